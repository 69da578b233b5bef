// SPDX-License-Identifier: MIT
// The first two lines of the screen: which round of which dossier this is, whose record, what that lacks; the
// sides.
#include "diptych/as_of.h"
#include "diptych/caption.h"
#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "view/frame/inside.h"

// The forms of the head, the fullest first: each but the last is for when there is room.
typedef enum Head {
    HEAD_FULL,
    HEAD_SHORT,         // the round's Short:
    HEAD_WITHOUT_PLACE, // with its title
    HEAD_DATED,         // Short: and date
    HEAD_NARROW,        // the same, and of the account only its number
    HEAD_UNDATED,
    HEAD_COUNT
} Head;

static void add_round(const Round *round, Buffer *out, Head head)
{
    bool brief = head == HEAD_SHORT || head >= HEAD_DATED;
    Str name = brief ? record_value(&round->record, "Short") : (Str){0};
    buffer_add(out, name.len ? name : round->record.title);
}

static void add_where(const Dossier *dossier, Buffer *out, uint32_t index, Head head)
{
    if (index >= dossier->account_count) {
        buffer_add_text(out, "no rounds");
        return;
    }
    const Account *account = dossier->accounts + index;
    const Round *round = dossier->rounds + account->round;
    buffer_addf(out, "%u/%zu ", (unsigned)account->round + 1, dossier->round_count);
    add_round(round, out, head);
    if (round->account_count > 1)
        buffer_addf(out, " · %s%u/%u", head < HEAD_NARROW ? "account " : "",
                    (unsigned)(index - round->account + 1), (unsigned)round->account_count);
    Buffer when = {0};
    if (head < HEAD_WITHOUT_PLACE)
        caption_place_add(&when, dossier, account->round);
    else if (date_known(round->date) && head < HEAD_UNDATED)
        date_add(&when, round->date);
    if (when.len)
        buffer_add_text(out, " · ");
    buffer_add(out, buffer_str(&when));
    buffer_free(&when);
}

// The fullest form that fits into `room` columns; the last, cut, when none does.
static void add_fitting_where(const Dossier *dossier, Buffer *out, uint32_t index, size_t room, bool ascii)
{
    Buffer where = {0};
    for (int head = HEAD_FULL; head < HEAD_COUNT; head++) {
        buffer_clear(&where);
        add_where(dossier, &where, index, (Head)head);
        if (cluster_columns(buffer_str(&where)) <= room)
            break;
    }
    buffer_clear(out);
    cut_add(out, buffer_str(&where), room, ascii);
    buffer_free(&where);
}

// Columns that are left of `columns` beside what is missing, which stands at the right end.
static size_t room_beside(Str lack, size_t columns)
{
    size_t taken = lack.len ? cluster_columns(lack) + 3 : 1;
    return columns > taken ? columns - taken : 0;
}

// What is missing, behind the day as of which the dossier is told; short where there is no room for all of
// it.
static void add_lack(const Reader *reader, Buffer *out, bool whole)
{
    const Dossier *dossier = reader->dossier;
    as_of_add(out, dossier);
    size_t end = out->len;
    if (!dossier->account_count)
        return;
    buffer_add_text(out, end ? "; " : "");
    size_t start = out->len;
    if (whole)
        caption_missing_add(out, dossier, reader->account);
    else
        buffer_add(out, caption_lack(dossier, reader->account));
    if (out->len == start)
        out->len = end;
}

// That something is missing is said in any case, and where the reader is as fully as there is room; whose
// record it is and the name of the dossier come last.
static void paint_title(Reader *reader, Grid *grid)
{
    const Dossier *dossier = reader->dossier;
    Buffer where = {0}, record = {0}, missing = {0};
    add_where(dossier, &where, reader->account, HEAD_FULL);
    if (dossier->account_count)
        caption_record_add(&record, dossier, reader->account);
    add_lack(reader, &missing, true);
    Str lack = buffer_str(&missing);
    size_t column = 1;
    if (lack.len && column + cluster_columns(buffer_str(&where)) > room_beside(lack, grid->columns)) {
        buffer_clear(&missing);
        add_lack(reader, &missing, false);
        lack = buffer_str(&missing);
    }
    size_t room = room_beside(lack, grid->columns);
    add_fitting_where(dossier, &where, reader->account, room - column, reader->look.ascii);
    if (cluster_columns(dossier->brief) + cluster_columns(buffer_str(&where)) + 4 < room)
        column = grid_put(grid, 0, column, room, dossier->brief, STYLE_DIM) + 3;
    column = grid_put(grid, 0, column, room, buffer_str(&where), STYLE_BOLD);
    if (record.len && column + cluster_columns(buffer_str(&record)) + 3 < room) {
        column = grid_put(grid, 0, column, room, str_of(" · "), STYLE_DIM);
        grid_put(grid, 0, column, room, buffer_str(&record), STYLE_PLAIN);
    }
    screen_put_right(grid, 0, 0, lack, STYLE_BOLD | STYLE_HUE_NOTICE);
    buffer_free(&where);
    buffer_free(&record);
    buffer_free(&missing);
}

// The forms of the sides, whole or in the room that there is: without the date, and naming only who has room.
// What a record lacks is said in each.
typedef enum SidesForm { SIDES_FULL, SIDES_FITTING } SidesForm;

// "USSR · wg2, 21 Mar 1989 (incomplete)": of a column that names its account.
static void add_side_elsewhere(const Dossier *dossier, Buffer *out, Selector column, SidesForm form)
{
    const Account *account = &dossier->accounts[column.account];
    Date date = dossier->rounds[account->round].date;
    Str lack = caption_lack(dossier, column.account);
    if (column.party != NONE) {
        buffer_add(out, dossier->parties[column.party].brief);
        buffer_add_text(out, " · ");
    }
    buffer_add(out, account->name);
    if (date_known(date) && form == SIDES_FULL) {
        buffer_add_text(out, ", ");
        date_add(out, date);
    }
    if (lack.len) {
        buffer_add_text(out, " (");
        buffer_add(out, lack);
        buffer_add_byte(out, ')');
    }
}

// A side and who speaks for it, in so many columns where that goes, and cut where it does not.
static void add_side(const Reader *reader, Buffer *out, Selector column, SidesForm form, size_t room)
{
    const Dossier *dossier = reader->dossier;
    Buffer side = {0};
    if (column.account != NONE)
        add_side_elsewhere(dossier, &side, column, form);
    else if (column.party != NONE)
        caption_side_add(&side, dossier, dossier->accounts[reader->account].round, column.party,
                         form == SIDES_FULL ? SIZE_MAX : room);
    if (form == SIDES_FULL)
        buffer_add(out, buffer_str(&side));
    else
        cut_add(out, buffer_str(&side), room, reader->look.ascii);
    buffer_free(&side);
}

// The columns of the second line that each side has; where they are stacked, both together.
typedef struct SideRooms {
    size_t rooms[2];
    bool shared;
} SideRooms;

static bool sides_fit(const Buffer sides[2], SideRooms room)
{
    size_t left = cluster_columns(buffer_str(&sides[0])), right = cluster_columns(buffer_str(&sides[1]));
    return room.shared ? left + right <= room.rooms[0] : left <= room.rooms[0] && right <= room.rooms[1];
}

// The room of a side: its own, or what the other one leaves, half of both at least.
static size_t room_of(SideRooms room, int side, const Buffer *other)
{
    size_t taken = cluster_columns(buffer_str(other)), half = room.rooms[0] / 2;
    return !room.shared ? room.rooms[side] : room.rooms[0] - (taken < half ? taken : half);
}

// Both in the fullest form that fits.
static void add_sides(const Reader *reader, Buffer sides[2], SideRooms room)
{
    for (int side = 0; side < 2; side++)
        add_side(reader, &sides[side], reader->columns_of[side], SIDES_FULL, 0);
    if (sides_fit(sides, room))
        return;
    for (int side = 0; side < 2; side++) {
        size_t columns = room_of(room, side, &sides[!side]);
        buffer_clear(&sides[side]);
        add_side(reader, &sides[side], reader->columns_of[side], SIDES_FITTING, columns);
    }
}

#define BETWEEN_SIDES "  /  "

static void paint_sides(Reader *reader, Grid *grid)
{
    const Pane *pane = reader_pane(reader);
    Buffer sides[2] = {{0}, {0}};
    Style styles[2];
    size_t right = measure_field(&pane->setting.measure, SIDE_RIGHT).column;
    size_t limit = reader_widths(reader, reader->view).text, taken = sizeof BETWEEN_SIDES;
    SideRooms room = {{limit > taken ? limit - taken : 1, 0}, right == 0};
    if (right)
        room = (SideRooms){{right - 3, limit > right + 1 ? limit - right - 1 : 1}, false};
    add_sides(reader, sides, room);
    for (int side = 0; side < 2; side++)
        styles[side] = caption_style(reader->dossier, reader->columns_of[side].party);
    size_t column = grid_put(grid, 1, 1, limit, buffer_str(&sides[0]), styles[0]);
    if (right == 0)
        column = grid_put(grid, 1, column, limit, str_of(BETWEEN_SIDES), STYLE_DIM);
    grid_put(grid, 1, right ? right + 1 : column, limit, buffer_str(&sides[1]), styles[1]);
    buffer_free(&sides[0]);
    buffer_free(&sides[1]);
}

static void paint_view_title(Reader *reader, Grid *grid)
{
    const ViewType *type = reader->view->type;
    Buffer text = {0};
    buffer_add_text(&text, type->title);
    if (type->title_add)
        type->title_add(reader, &text);
    Buffer fitting = {0};
    size_t columns = reader_widths(reader, reader->view).text; // beside it the third pane begins
    cut_add(&fitting, buffer_str(&text), columns > 2 ? columns - 2 : 0, reader->look.ascii);
    grid_put(grid, 1, 1, grid->columns, buffer_str(&fitting), STYLE_BOLD);
    buffer_free(&fitting);
    buffer_free(&text);
}

void screen_paint_head(Reader *reader, Grid *grid)
{
    paint_title(reader, grid);
    if (reader->view->type->title)
        paint_view_title(reader, grid);
    else
        paint_sides(reader, grid);
}
