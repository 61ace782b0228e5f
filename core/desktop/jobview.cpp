#include "core/desktop/jobview.h"

#include "core/model/limits.h"
#include "core/model/text.h"

#include <QUrl>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

constexpr JobLimits limits{};
constexpr std::array keysOfUnits{"Bytes"_L1, "Files"_L1, "Directories"_L1, "Items"_L1};
constexpr std::uint32_t canceledByUser = 1; // KIO and KJob: KilledJobError
constexpr int canCancel = 1;
constexpr int canSuspend = 2;

std::string plain(const QString &text, std::size_t maxBytes)
{
    // a character is a byte at least: what is further on cannot stay
    const auto most = static_cast<qsizetype>(maxBytes);
    return cutText(cleanText(text.left(most).toStdString()), maxBytes);
}

bool isNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::UChar:
    case QMetaType::Double:
        return true;
    default:
        return false;
    }
}

bool isText(const QVariant &value)
{
    return value.typeId() == QMetaType::QString;
}

std::optional<double> countOf(const QVariant &value)
{
    const double count = value.toDouble();
    if (!std::isfinite(count) || count < 0 || count > limits.maxCount)
        return std::nullopt;
    return count;
}

std::optional<double> moreThanNothing(std::optional<double> count)
{
    return count && *count > 0 ? count : std::nullopt;
}

std::optional<double> percentOf(const QVariant &value)
{
    const std::optional<double> percent = countOf(value);
    return percent ? std::optional(std::min(*percent, 100.0)) : std::nullopt;
}

std::string urlOf(const QString &text)
{
    if (text.size() > static_cast<qsizetype>(limits.maxMessageBytes))
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool opens = scheme == "file"_L1 || scheme == "http"_L1 || scheme == "https"_L1;
    std::string whole = plain(text, limits.maxMessageBytes);
    return url.isValid() && opens && whole == text.toStdString() ? whole : std::string();
}

std::optional<std::size_t> unitNamed(const QString &name)
{
    const auto found = std::find(jobViewUnits.begin(), jobViewUnits.end(), name.toStdString());
    if (found == jobViewUnits.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - jobViewUnits.begin());
}

/// What an end with a code and some words is. @p codes: whoever says 0 there means it.
JobView::End endOf(const JobView &view, const QString &words, bool codes)
{
    if (view.errorCode == canceledByUser)
        return {.state = State::Canceled};
    if (view.errorCode != 0 || !words.isEmpty()) {
        std::string error = plain(words, limits.maxMessageBytes);
        if (error.empty())
            error = "It failed with code " + std::to_string(view.errorCode) + " and no words.";
        return {.state = State::Failed, .error = std::move(error)};
    }
    // the oldest interface has no word for "canceled"
    if (!codes && view.cancelAsked)
        return {.state = State::Canceled};
    return {};
}

void takeAmount(JobView &view, const QString &key, const QVariant &value)
{
    const bool isDone = key.startsWith("processed"_L1);
    if (!isDone && !key.startsWith("total"_L1))
        return;
    const QStringView unit = QStringView(key).sliced(isDone ? 9 : 5);
    const auto found = std::find(keysOfUnits.begin(), keysOfUnits.end(), unit);
    if (found == keysOfUnits.end())
        return;
    JobView::Amount &amount = view.amounts[static_cast<std::size_t>(found - keysOfUnits.begin())];
    if (isDone)
        amount.done = countOf(value);
    else
        amount.total = moreThanNothing(countOf(value));
}

void takeField(JobView &view, const QString &key, const QString &value)
{
    std::string text = plain(value, limits.maxMessageBytes);
    if (key == "descriptionLabel1"_L1)
        view.fields[0].label = std::move(text);
    else if (key == "descriptionLabel2"_L1)
        view.fields[1].label = std::move(text);
    else if (key == "descriptionValue1"_L1)
        view.fields[0].value = std::move(text);
    else if (key == "descriptionValue2"_L1)
        view.fields[1].value = std::move(text);
}

void take(JobView &view, const QString &key, const QVariant &value)
{
    if (isText(value)) {
        const QString text = value.toString();
        if (key == "title"_L1)
            view.title = plain(text, limits.maxTitleBytes);
        else if (key == "infoMessage"_L1)
            view.message = plain(text, limits.maxMessageBytes);
        else if (key == "destUrl"_L1)
            view.url = urlOf(text);
        else
            takeField(view, key, text);
    } else if (value.typeId() == QMetaType::Bool) {
        if (key == "suspended"_L1)
            view.suspended = value.toBool();
    } else if (isNumber(value)) {
        if (key == "percent"_L1)
            view.percent = percentOf(value);
        else if (key == "speed"_L1)
            view.speed = moreThanNothing(countOf(value));
        else
            takeAmount(view, key, value);
    }
}

void takeAll(JobView &view, const QVariantMap &map)
{
    for (auto it = map.begin(); it != map.end(); ++it)
        take(view, it.key(), it.value());
}

bool are(const QVariantList &arguments, std::initializer_list<QMetaType::Type> types)
{
    return arguments.size() == static_cast<qsizetype>(types.size()) &&
           std::equal(types.begin(), types.end(), arguments.begin(),
                      [](int type, const QVariant &value) { return value.typeId() == type; });
}

/// One of the methods that take a number; false when it is none of them.
bool takeNumber(JobView &view, const QString &method, const QVariant &value)
{
    if (method == "setPercent"_L1)
        view.percent = percentOf(value);
    else if (method == "setSpeed"_L1)
        view.speed = moreThanNothing(countOf(value));
    else if (method == "setError"_L1)
        view.errorCode = value.toUInt();
    else
        return method == "setElapsedTime"_L1; // when it began was heard when it began
    return true;
}

bool takeUnits(JobView &view, const QString &method, const QVariantList &arguments)
{
    const auto unit = unitNamed(arguments[1].toString());
    if (!unit)
        return false;
    if (method == "setTotalAmount"_L1)
        view.amounts[*unit].total = moreThanNothing(countOf(arguments[0]));
    else
        view.amounts[*unit].done = countOf(arguments[0]);
    return true;
}

bool takeDescription(JobView &view, const QString &method, const QVariantList &arguments)
{
    const uint number = arguments.value(0).toUInt();
    const bool clears = method == "clearDescriptionField"_L1;
    if (number >= view.fields.size() ||
        !(clears ? are(arguments, {QMetaType::UInt})
                 : are(arguments, {QMetaType::UInt, QMetaType::QString, QMetaType::QString})))
        return false;
    view.fields[number] =
        clears ? JobView::Field{}
               : JobView::Field{plain(arguments[1].toString(), limits.maxTitleBytes),
                                plain(arguments[2].toString(), limits.maxMessageBytes)};
    return true;
}

bool takeEnd(JobView &view, const JobViewCall &call)
{
    const QVariantList &arguments = call.arguments;
    if (are(arguments, {QMetaType::QString})) {
        view.end = endOf(view, arguments[0].toString(), call.interface != "org.kde.JobView"_L1);
        return true;
    }
    if (!are(arguments, {QMetaType::UInt, QMetaType::QString, QMetaType::QVariantMap}))
        return false;
    view.errorCode = arguments[0].toUInt();
    // its code decides: some fill in words for an end that is good
    view.end = endOf(view, view.errorCode == 0 ? QString() : arguments[1].toString(), true);
    return true;
}

enum class Taken { Yes, WrongArguments, NoSuchMethod };

Taken takeCall(JobView &view, const JobViewCall &call)
{
    const QString &method = call.method;
    const QVariantList &arguments = call.arguments;
    const auto taken = [](bool is) { return is ? Taken::Yes : Taken::WrongArguments; };
    if (method == "update"_L1) {
        if (!are(arguments, {QMetaType::QVariantMap}))
            return Taken::WrongArguments;
        takeAll(view, arguments[0].toMap());
        return Taken::Yes;
    }
    if (method == "terminate"_L1)
        return taken(takeEnd(view, call));
    if (method == "setTotalAmount"_L1 || method == "setProcessedAmount"_L1)
        return taken(arguments.size() == 2 && isNumber(arguments[0]) && isText(arguments[1]) &&
                     takeUnits(view, method, arguments));
    if (method == "setDescriptionField"_L1 || method == "clearDescriptionField"_L1)
        return taken(takeDescription(view, method, arguments));
    if (method == "setSuspended"_L1) {
        if (!are(arguments, {QMetaType::Bool}))
            return Taken::WrongArguments;
        view.suspended = arguments[0].toBool();
        return Taken::Yes;
    }
    if (method == "setInfoMessage"_L1 || method == "setDestUrl"_L1) {
        if (!are(arguments, {QMetaType::QString}))
            return Taken::WrongArguments;
        take(view, method == "setDestUrl"_L1 ? u"destUrl"_s : u"title"_s, arguments[0]);
        return Taken::Yes;
    }
    if (arguments.size() == 1 && isNumber(arguments[0]))
        return takeNumber(view, method, arguments[0]) ? Taken::Yes : Taken::NoSuchMethod;
    JobView nobody;
    return takeNumber(nobody, method, QVariant(0U)) ? Taken::WrongArguments : Taken::NoSuchMethod;
}

} // namespace

std::string shortApplicationName(const QString &desktopEntry)
{
    QString name = desktopEntry.right(1024);
    name = name.mid(name.lastIndexOf(u'/') + 1);
    if (name.endsWith(".desktop"_L1))
        name.chop(8);
    return plain(name.mid(name.lastIndexOf(u'.') + 1), limits.maxTitleBytes);
}

JobView jobViewOf(const QString &application, const QString &name, int capabilities,
                  const QVariantMap &hints)
{
    JobView view;
    view.kind = shortApplicationName(application);
    view.application =
        plain(hints.value(u"application-display-name"_s).toString(), limits.maxTitleBytes);
    if (view.application.empty())
        view.application = plain(name, limits.maxTitleBytes);
    if (view.application.empty())
        view.application = view.kind;
    if ((capabilities & canCancel) != 0)
        view.can.add(Ask::Cancel);
    if ((capabilities & canSuspend) != 0) {
        view.can.add(Ask::Pause);
        view.can.add(Ask::Resume);
    }
    takeAll(view, hints);
    return view;
}

std::optional<Error> apply(JobView &view, const JobViewCall &call)
{
    switch (takeCall(view, call)) {
    case Taken::Yes:
        return std::nullopt;
    case Taken::WrongArguments:
        return Error{.code = Error::Code::BadInput,
                     .name = "wrong_arguments",
                     .detail = "These are not the arguments of " +
                               quotedBriefly(call.method.left(100).toStdString()) + "."};
    case Taken::NoSuchMethod:
        break;
    }
    return Error{.code = Error::Code::NotFound,
                 .name = "no_such_method",
                 .detail = "A job view has no method " +
                           quotedBriefly(call.method.left(100).toStdString()) + "."};
}

} // namespace afoot
