#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace afoot::ui {

/// What a person is asked before something is done that hurts.
struct Question
{
    QString title{}; ///< the question itself
    QString text{};  ///< what comes of a yes; may be empty
    QString yes{};   ///< a verb: "Remove"
    QString no{};    ///< what stands chosen: "Keep it"
};

/// Whether the person means it.
using Confirm = std::function<bool(QWidget *parent, const Question &question)>;

/// Asks in a window of its own and waits for the answer. Threads: main.
bool askPerson(QWidget *parent, const Question &question);

} // namespace afoot::ui
