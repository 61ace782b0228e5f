#pragma once

#include "core/serve/routes.h"

namespace afoot::serve {

/// What the rows of the table do; protocol 1, sections 2 and 3. Pure but for the tracker.
Answer listJobs(const Call &call);
Answer beginJob(const Call &call);
Answer streamJobs(const Call &call);
/// The handshake of RFC 6455, section 4.2. ?job=, ?log=1 and ?after= as for streamJobs(); ?watch=0 for one
/// that only reports, ?batch=1 for lists of events.
Answer openSocket(const Call &call);
Answer showJob(const Call &call);
Answer updateJob(const Call &call);
Answer forgetJob(const Call &call);
Answer clearJob(const Call &call);
Answer leaveJob(const Call &call);
/// Ended runs, which somebody else keeps: only the question is checked here.
Answer showHistory(const Call &call);
Answer countHistory(const Call &call);
Answer showRunLog(const Call &call);
Answer eraseHistory(const Call &call);
Answer showLog(const Call &call);
Answer appendLog(const Call &call);
Answer completeJob(const Call &call);
Answer failJob(const Call &call);
Answer askCancel(const Call &call);
Answer askPause(const Call &call);
Answer askResume(const Call &call);
Answer askRetry(const Call &call);
Answer markSeen(const Call &call);
/// An upload without a line; those with lines are Ingest's.
Answer ingestNothing(const Call &call);
/// The stream's equal for those that poll: what came after the cursor, or the whole state.
Answer listChanges(const Call &call);
/// What is known of the remote trackers that jobs come from, and what whoever follows them says of them.
Answer listSources(const Call &call);
Answer putSources(const Call &call);
/// CCTray XML 1 (cctray.org/v1): the latest run of each kind.
Answer showCctray(const Call &call);

} // namespace afoot::serve
