#!/bin/sh
set -eu
pg_dump --format=custom "${DATABASE_URL:?}" > "tideline-$(date +%F).dump"
