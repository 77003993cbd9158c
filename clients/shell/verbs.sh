# shellcheck shell=sh
# Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
#
# One function for each method. The first arguments are the parameters named in its comment; the rest are
# key=text and key:=json, as for gantry_params.

# Ask whether the daemon is there.
# gantry_ping [KEY=VALUE]...
gantry_ping() {
  gantry_call ping "$(gantry_params "$@")"
}

# Exchange names, versions and limits.
# gantry_hello [KEY=VALUE]...
gantry_hello() {
  gantry_call hello "$(gantry_params "$@")"
}

# Get this document.
# gantry_discover [KEY=VALUE]...
gantry_discover() {
  gantry_call rpc.discover "$(gantry_params "$@")"
}

# Queue a job.
# gantry_create TYPE [KEY=VALUE]...
gantry_create() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_create TYPE [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=type=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call createJob "$(gantry_params "$@")"
}

# Look at a job.
# gantry_status JOB_ID [KEY=VALUE]...
gantry_status() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_status JOB_ID [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call getJobStatus "$(gantry_params "$@")"
}

# Read what a job has said.
# gantry_logs JOB_ID [KEY=VALUE]...
gantry_logs() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_logs JOB_ID [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call getJobLogs "$(gantry_params "$@")"
}

# List jobs, newest first.
# gantry_jobs [KEY=VALUE]...
gantry_jobs() {
  gantry_call listJobs "$(gantry_params "$@")"
}

# Wait until a job has ended.
# gantry_wait JOB_ID [KEY=VALUE]...
gantry_wait() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_wait JOB_ID [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call waitJob "$(gantry_params "$@")"
}

# Stop a job.
# gantry_cancel JOB_ID [KEY=VALUE]...
gantry_cancel() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_cancel JOB_ID [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call cancelJob "$(gantry_params "$@")"
}

# Put a failed job back.
# gantry_retry JOB_ID [KEY=VALUE]...
gantry_retry() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_retry JOB_ID [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call retryJob "$(gantry_params "$@")"
}

# Take jobs to work on.
# gantry_claim WORKER [KEY=VALUE]...
gantry_claim() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_claim WORKER [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=worker=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call claimJobs "$(gantry_params "$@")"
}

# Show that a worker lives.
# gantry_heartbeat JOB_ID ATTEMPT_TOKEN [KEY=VALUE]...
gantry_heartbeat() {
  [ $# -ge 2 ] || { _gantry_fail usage 'Usage: gantry_heartbeat JOB_ID ATTEMPT_TOKEN [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  _gantry_argument_2=attempt_token=$2
  shift 2
  set -- "$_gantry_argument_1" "$_gantry_argument_2" "$@"
  gantry_call heartbeatJob "$(gantry_params "$@")"
}

# Report that a job is done.
# gantry_complete JOB_ID ATTEMPT_TOKEN [KEY=VALUE]...
gantry_complete() {
  [ $# -ge 2 ] || { _gantry_fail usage 'Usage: gantry_complete JOB_ID ATTEMPT_TOKEN [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  _gantry_argument_2=attempt_token=$2
  shift 2
  set -- "$_gantry_argument_1" "$_gantry_argument_2" "$@"
  gantry_call completeJob "$(gantry_params "$@")"
}

# Report that a job is not done.
# gantry_fail JOB_ID ATTEMPT_TOKEN [KEY=VALUE]...
gantry_fail() {
  [ $# -ge 2 ] || { _gantry_fail usage 'Usage: gantry_fail JOB_ID ATTEMPT_TOKEN [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  _gantry_argument_2=attempt_token=$2
  shift 2
  set -- "$_gantry_argument_1" "$_gantry_argument_2" "$@"
  gantry_call failJob "$(gantry_params "$@")"
}

# Delete ended jobs.
# gantry_cleanup [KEY=VALUE]...
gantry_cleanup() {
  gantry_call cleanupJobs "$(gantry_params "$@")"
}

# Read a project again.
# gantry_refresh [KEY=VALUE]...
gantry_refresh() {
  gantry_call refreshProject "$(gantry_params "$@")"
}

# Start no more jobs.
# gantry_pause TYPE [KEY=VALUE]...
gantry_pause() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_pause TYPE [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=type=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call pauseQueue "$(gantry_params "$@")"
}

# Start jobs again.
# gantry_resume TYPE [KEY=VALUE]...
gantry_resume() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_resume TYPE [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=type=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call resumeQueue "$(gantry_params "$@")"
}

# Queue a job again and again.
# gantry_schedule CRON TYPE [KEY=VALUE]...
gantry_schedule() {
  [ $# -ge 2 ] || { _gantry_fail usage 'Usage: gantry_schedule CRON TYPE [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=cron=$1
  _gantry_argument_2=type=$2
  shift 2
  set -- "$_gantry_argument_1" "$_gantry_argument_2" "$@"
  gantry_call createSchedule "$(gantry_params "$@")"
}

# List schedules, oldest first.
# gantry_schedules [KEY=VALUE]...
gantry_schedules() {
  gantry_call listSchedules "$(gantry_params "$@")"
}

# Remove a schedule.
# gantry_unschedule SCHEDULE_ID [KEY=VALUE]...
gantry_unschedule() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_unschedule SCHEDULE_ID [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=schedule_id=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call deleteSchedule "$(gantry_params "$@")"
}

# Count the jobs.
# gantry_queue [KEY=VALUE]...
gantry_queue() {
  gantry_call queueStatus "$(gantry_params "$@")"
}

# Show every attempt at a job.
# gantry_attempts JOB_ID [KEY=VALUE]...
gantry_attempts() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_attempts JOB_ID [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call getJobAttempts "$(gantry_params "$@")"
}

# Say why a job is not running, or what it does.
# gantry_explain JOB_ID [KEY=VALUE]...
gantry_explain() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_explain JOB_ID [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=job_id=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call explainJob "$(gantry_params "$@")"
}

# List refreshes, newest first, with what each has changed.
# gantry_history [KEY=VALUE]...
gantry_history() {
  gantry_call getRefreshHistory "$(gantry_params "$@")"
}

# Say whether the daemon does its work.
# gantry_health [KEY=VALUE]...
gantry_health() {
  gantry_call health "$(gantry_params "$@")"
}

# Show what the daemon has counted.
# gantry_metrics [KEY=VALUE]...
gantry_metrics() {
  gantry_call metrics "$(gantry_params "$@")"
}

# Write a copy of the database.
# gantry_backup PATH [KEY=VALUE]...
gantry_backup() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_backup PATH [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=path=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call backup "$(gantry_params "$@")"
}

# Look for damage in the database.
# gantry_verify [KEY=VALUE]...
gantry_verify() {
  gantry_call verify "$(gantry_params "$@")"
}

# Follow a repository.
# gantry_project_create SOURCE [KEY=VALUE]...
gantry_project_create() {
  [ $# -ge 1 ] || { _gantry_fail usage 'Usage: gantry_project_create SOURCE [KEY=VALUE]...'; return 2; }
  _gantry_argument_1=source=$1
  shift 1
  set -- "$_gantry_argument_1" "$@"
  gantry_call createProject "$(gantry_params "$@")"
}

# Change a project's settings.
# gantry_project_update [KEY=VALUE]...
gantry_project_update() {
  gantry_call updateProject "$(gantry_params "$@")"
}

# Look at a project.
# gantry_project [KEY=VALUE]...
gantry_project() {
  gantry_call getProject "$(gantry_params "$@")"
}

# List projects, newest first.
# gantry_projects [KEY=VALUE]...
gantry_projects() {
  gantry_call listProjects "$(gantry_params "$@")"
}

# Read the plan of a project.
# gantry_plan [KEY=VALUE]...
gantry_plan() {
  gantry_call getProjectPlan "$(gantry_params "$@")"
}

# Say what a percentage is made of.
# gantry_explain_progress [KEY=VALUE]...
gantry_explain_progress() {
  gantry_call explainProgress "$(gantry_params "$@")"
}

# Read the skills of a project.
# gantry_skills [KEY=VALUE]...
gantry_skills() {
  gantry_call getProjectSkills "$(gantry_params "$@")"
}

# Read the skills of a person across projects.
# gantry_all_skills [KEY=VALUE]...
gantry_all_skills() {
  gantry_call getSkills "$(gantry_params "$@")"
}

# Read how far the plan of a project had come, and when.
# gantry_progress [KEY=VALUE]...
gantry_progress() {
  gantry_call getProjectProgressHistory "$(gantry_params "$@")"
}

# Read who ticked which task of a project's plan, and when.
# gantry_ticks [KEY=VALUE]...
gantry_ticks() {
  gantry_call getTaskHistory "$(gantry_params "$@")"
}
