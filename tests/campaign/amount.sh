# SPDX-License-Identifier: MIT
# How long a campaign is. To be read with `.` behind tap.sh.

# amount SHORT LONG: the figure of the form that is run: CAMPAIGN=long asks for the long one.
amount() {
    if [ "${CAMPAIGN-}" = long ]; then echo "$2"; else echo "$1"; fi
}
