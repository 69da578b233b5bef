// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diptych/file.h"
#include "diptych/memory.h"
#include "diptych/session.h"
#include "unit.h"

static char directory[] = "unit-keep-XXXXXX";
static char *path;

static void make_directory(void)
{
    ck_assert_ptr_nonnull(mkdtemp(directory));
    char whole[4096];
    ck_assert_ptr_nonnull(getcwd(whole, sizeof whole - sizeof directory - 1));
    strcat(whole, "/");
    strcat(whole, directory);
    setenv("XDG_STATE_HOME", whole, 1);
    ck_assert(session_path(str_of("a-dossier"), &path, NULL));
}

static void remove_directory(void)
{
    char command[256];
    snprintf(command, sizeof command, "rm -rf %s", directory);
    ck_assert_int_eq(system(command), 0);
    free(path);
    strcpy(directory + strlen(directory) - 6, "XXXXXX");
}

static void write_state(const char *text)
{
    char *slash = strrchr(path, '/');
    *slash = '\0';
    ck_assert(file_make_directory(path, NULL));
    *slash = '/';
    ck_assert(file_write(path, str_of(text), NULL));
}

static bool holds(const char *name, const char *text)
{
    Buffer bytes = {0};
    bool same = file_read(name, 4096, &bytes, NULL, NULL) && str_equal(buffer_str(&bytes), str_of(text));
    buffer_free(&bytes);
    return same;
}

START_TEST(what_is_kept_comes_back)
{
    Session session = {
        .place = {mem_text(str_of("spoken")), mem_text(str_of("wg1")), mem_text(str_of("yalta-1945")), 34,
                  120},
        .columns = {mem_text(str_of("su@wg1")), mem_text(str_of("jp"))},
        .stacked = true,
        .left = 44,
        .apparatus = 2,
    };
    ck_assert(session_save(path, &session, &(Session){0}, SESSION_NEW, NULL));
    session_free(&session);
    ck_assert_int_eq(session_load(path, &session, NULL), SESSION_READ);
    ck_assert_str_eq(session.place.view, "spoken");
    ck_assert_str_eq(session.place.account, "wg1");
    ck_assert_str_eq(session.place.topic, "yalta-1945");
    ck_assert_uint_eq(session.place.passage, 34);
    ck_assert_uint_eq(session.place.offset, 120);
    ck_assert_str_eq(session.columns[0], "su@wg1");
    ck_assert(session.stacked);
    ck_assert(!session.lens);
    ck_assert_uint_eq(session.left, 44);
    ck_assert_uint_eq(session.apparatus, 2);
    session_free(&session);
}
END_TEST

START_TEST(nothing_kept_is_nothing_wrong)
{
    Session session;
    Error error = {""};
    ck_assert_int_eq(session_load(path, &session, &error), SESSION_NEW);
    ck_assert_str_eq(error.text, "");
    session_free(&session);
}
END_TEST

// Where the damaged file of that number is put, from 0 on.
static char *aside_of(size_t number)
{
    Buffer aside = {0};
    buffer_addf(&aside, "%s.damaged", path);
    if (number)
        buffer_addf(&aside, ".%zu", number + 1);
    return buffer_steal(&aside);
}

START_TEST(damaged_state_is_put_aside)
{
    static const char *const damaged[] = {
        "", "{", "[1,2]", "\"text\"", "{\"format\": \"one\"}", "{\"format\": 0}"};
    Session session;
    Error error;
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        write_state(damaged[i]);
        ck_assert_msg(session_load(path, &session, &error) == SESSION_DAMAGED, "%s", damaged[i]);
        ck_assert_ptr_nonnull(strstr(error.text, path));
        ck_assert(session_save(path, &session, &(Session){0}, SESSION_DAMAGED, NULL));
        session_free(&session);
        char *first = aside_of(0), *name = aside_of(i);
        ck_assert_ptr_nonnull(strstr(error.text, name));
        ck_assert(holds(name, damaged[i]));
        ck_assert(holds(first, damaged[0]));
        free(first);
        free(name);
        ck_assert_int_eq(session_load(path, &session, NULL), SESSION_READ);
        session_free(&session);
    }
}
END_TEST

START_TEST(damaged_states_are_put_aside_up_to_a_limit)
{
    Session session;
    Error error;
    for (size_t i = 0; i < 100; i++) {
        char *name = aside_of(i);
        write_state("{");
        ck_assert(file_write(name, str_of("before"), NULL));
        free(name);
    }
    ck_assert_int_eq(session_load(path, &session, &error), SESSION_DAMAGED);
    ck_assert(!session_save(path, &session, &(Session){0}, SESSION_DAMAGED, &error));
    ck_assert_ptr_nonnull(strstr(error.text, "cannot be put aside"));
    ck_assert(holds(path, "{"));
    session_free(&session);
}
END_TEST

static const char *const newer_states[] = {"{\"format\": 2, \"place\": {\"account\": \"wg1\"}}",
                                           "{\"format\": 2.0}", "{\"format\": 1.5}"};

START_TEST(newer_state_is_left_alone)
{
    const char *newer = newer_states[_i];
    Session session;
    Error error;
    write_state(newer);
    ck_assert_int_eq(session_load(path, &session, &error), SESSION_NEWER);
    ck_assert_ptr_null(session.place.account);
    ck_assert(session_save(path, &session, &(Session){0}, SESSION_NEWER, NULL));
    ck_assert(holds(path, newer));
    session_free(&session);
}
END_TEST

START_TEST(values_of_other_kinds_are_passed_over)
{
    Session session;
    write_state("{\"format\":1,\"place\":{\"view\":7,\"account\":[],\"passage\":-3,\"offset\":99999999999},"
                "\"stacked\":\"yes\",\"left-columns\":{},\"searches\":[1,\"two\",null]}");
    ck_assert_int_eq(session_load(path, &session, NULL), SESSION_READ);
    ck_assert_ptr_null(session.place.view);
    ck_assert_ptr_null(session.place.account);
    ck_assert_uint_eq(session.place.passage, 0);
    ck_assert_uint_eq(session.place.offset, 0);
    ck_assert(!session.stacked);
    ck_assert_uint_eq(session.search_count, 1);
    session_free(&session);
}
END_TEST

START_TEST(unwritable_directories_are_told)
{
    Session session = {0};
    Error error;
    ck_assert(!session_save("/dev/null/x/y.json", &session, &(Session){0}, SESSION_NEW, &error));
    ck_assert_ptr_nonnull(strstr(error.text, "/dev/null"));
}
END_TEST

START_TEST(hostile_ids_are_no_file_names)
{
    static const char *const ids[] = {"", "../x", "a/b", "A", "a b", "."};
    char *name;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        ck_assert_msg(!session_path(str_of(ids[i]), &name, NULL), "%s", ids[i]);
}
END_TEST

START_TEST(relative_directories_do_not_count)
{
    char *name;
    setenv("XDG_STATE_HOME", "relative", 1);
    setenv("HOME", "/home/reader", 1);
    ck_assert(session_path(str_of("x"), &name, NULL));
    ck_assert_str_eq(name, "/home/reader/.local/state/diptych/x.json");
    free(name);
    unsetenv("HOME");
    ck_assert(!session_path(str_of("x"), &name, NULL));
}
END_TEST

static size_t count_kept(void)
{
    Session session;
    ck_assert_int_eq(session_load(path, &session, NULL), SESSION_READ);
    size_t count = session.search_count;
    session_free(&session);
    return count;
}

START_TEST(the_newest_searches_are_kept)
{
    Session session = {0};
    session.search_count = SESSION_SEARCHES + 3;
    session.searches = mem_new(session.search_count, sizeof(char *));
    for (size_t i = 0; i < session.search_count; i++) {
        char text[32];
        snprintf(text, sizeof text, "search %zu", i);
        session.searches[i] = mem_text(str_of(text));
    }
    ck_assert(session_save(path, &session, &(Session){0}, SESSION_NEW, NULL));
    session_free(&session);
    ck_assert_int_eq(session_load(path, &session, NULL), SESSION_READ);
    ck_assert_uint_eq(session.search_count, 50);
    ck_assert_str_eq(session.searches[0], "search 3");
    ck_assert_str_eq(session.searches[49], "search 52");
    session_free(&session);
}
END_TEST

START_TEST(no_more_searches_are_read_than_are_kept)
{
    Buffer text = {0};
    buffer_add_text(&text, "{\"format\": 1, \"searches\": [\"x\"");
    for (int i = 1; i < 60; i++)
        buffer_add_text(&text, ", \"x\"");
    buffer_add_text(&text, "]}");
    char *state = buffer_steal(&text);
    write_state(state);
    ck_assert_uint_eq(count_kept(), 50);
    free(state);
}
END_TEST

START_TEST(long_ids_are_no_file_names)
{
    char id[102] = {0};
    char *name;
    memset(id, 'a', 100);
    ck_assert(session_path(str_of(id), &name, NULL));
    free(name);
    id[100] = 'a';
    ck_assert(!session_path(str_of(id), &name, NULL));
}
END_TEST

static Session session_at(uint32_t passage)
{
    return (Session){.place = {.account = mem_text(str_of("wg1")), .passage = passage}};
}

static void add_search(Session *session, const char *text)
{
    session->searches =
        mem_grow(session->searches, &session->search_capacity, session->search_count + 1, sizeof(char *));
    session->searches[session->search_count++] = mem_text(str_of(text));
}

static void is_kept(uint32_t passage, const char *searches)
{
    Session session;
    Buffer all = {0};
    ck_assert_int_eq(session_load(path, &session, NULL), SESSION_READ);
    ck_assert_uint_eq(session.place.passage, passage);
    for (size_t i = 0; i < session.search_count; i++)
        buffer_addf(&all, "%s%s", i ? " " : "", session.searches[i]);
    ck_assert(str_equal(buffer_str(&all), str_of(searches)));
    buffer_free(&all);
    session_free(&session);
}

START_TEST(two_sessions_are_merged)
{
    Session start = session_at(1), one = session_at(1), two = session_at(7);
    add_search(&start, "old");
    ck_assert(session_save(path, &start, &(Session){0}, SESSION_NEW, NULL));
    add_search(&one, "old");
    add_search(&one, "first");
    add_search(&two, "old");
    add_search(&two, "second");
    ck_assert(session_save(path, &two, &start, SESSION_READ, NULL));
    is_kept(7, "old second");
    ck_assert(session_save(path, &one, &start, SESSION_READ, NULL)); // it has searched, but not moved
    is_kept(7, "old second first");
    one.place.passage = 3;
    add_search(&one, "second");
    ck_assert(session_save(path, &one, &start, SESSION_READ, NULL));
    is_kept(3, "old first second");
    ck_assert(session_save(path, &one, &one, SESSION_READ, NULL));
    is_kept(3, "old first second");
    session_free(&start);
    session_free(&one);
    session_free(&two);
}
END_TEST

static void set_mark(Session *session, const char *letter, const char *target)
{
    KeptMark mark = {.letter = mem_text(str_of(letter)),
                     .view = mem_text(str_of("compare")),
                     .account = mem_text(str_of("wg1")),
                     .target = mem_text(str_of(target))};
    ck_assert(kept_marks_set(&session->marks, mark));
}

// Looks at "a=passage wg1.3 b=..." of what is kept.
static void marks_are(const char *expected)
{
    Session session;
    Buffer out = {0};
    ck_assert_int_eq(session_load(path, &session, NULL), SESSION_READ);
    for (size_t i = 0; i < session.marks.count; i++)
        buffer_addf(&out, "%s=%s ", session.marks.items[i].letter, session.marks.items[i].target);
    ck_assert_msg(str_equal(buffer_str(&out), str_of(expected)), "%.*s", (int)out.len, out.bytes);
    buffer_free(&out);
    session_free(&session);
}

// Two sessions of one reader: neither takes a mark from the other that it has not set itself.
START_TEST(marks_of_two_sessions_are_merged)
{
    Session start = session_at(1), one = session_at(1), two = session_at(1);
    set_mark(&start, "a", "passage wg1.1");
    set_mark(&start, "b", "topic yalta");
    ck_assert(session_save(path, &start, &(Session){0}, SESSION_NEW, NULL));
    marks_are("a=passage wg1.1 b=topic yalta ");
    kept_marks_copy(&one.marks, &start.marks);
    kept_marks_copy(&two.marks, &start.marks);
    set_mark(&one, "a", "passage wg1.2");
    set_mark(&two, "b", "topic shimoda");
    set_mark(&two, "c", "person x");
    ck_assert(session_save(path, &two, &start, SESSION_READ, NULL));
    marks_are("a=passage wg1.1 b=topic shimoda c=person x ");
    ck_assert(session_save(path, &one, &start, SESSION_READ, NULL));
    marks_are("a=passage wg1.2 b=topic shimoda c=person x ");
    session_free(&start);
    session_free(&one);
    session_free(&two);
}
END_TEST

START_TEST(only_so_many_marks_are_kept)
{
    Session session = session_at(1);
    for (int i = 0; i < SESSION_MARKS; i++) {
        char letter[16];
        snprintf(letter, sizeof letter, "%d", i);
        set_mark(&session, letter, "passage wg1.1");
    }
    ck_assert(!kept_marks_set(&session.marks, (KeptMark){.letter = mem_text(str_of("x"))}));
    set_mark(&session, "7", "passage wg1.2");
    ck_assert_uint_eq(session.marks.count, SESSION_MARKS);
    ck_assert_str_eq(kept_marks_find(&session.marks, "7")->target, "passage wg1.2");
    session_free(&session);
}
END_TEST

START_TEST(of_merged_searches_the_newest_are_kept)
{
    Session there = session_at(1), here = session_at(1);
    for (int i = 0; i < 2 * 30; i++) {
        char text[32];
        snprintf(text, sizeof text, "search %d", i);
        add_search(i < 30 ? &there : &here, text);
    }
    ck_assert(session_save(path, &there, &(Session){0}, SESSION_NEW, NULL));
    ck_assert(session_save(path, &here, &(Session){0}, SESSION_READ, NULL));
    session_free(&here);
    ck_assert_int_eq(session_load(path, &here, NULL), SESSION_READ);
    ck_assert_uint_eq(here.search_count, 50);
    ck_assert_str_eq(here.searches[0], "search 10");
    ck_assert_str_eq(here.searches[49], "search 59");
    session_free(&there);
    session_free(&here);
}
END_TEST

START_TEST(nothing_new_is_not_written)
{
    struct stat first, second;
    Session session = session_at(1);
    ck_assert(session_save(path, &session, &(Session){0}, SESSION_NEW, NULL));
    ck_assert_int_eq(stat(path, &first), 0);
    ck_assert(session_save(path, &session, &session, SESSION_READ, NULL));
    ck_assert_int_eq(stat(path, &second), 0);
    ck_assert(first.st_ino == second.st_ino);
    session_free(&session);
}
END_TEST

static char *beside(const char *suffix)
{
    Buffer name = {0};
    buffer_addf(&name, "%s%s", path, suffix);
    return buffer_steal(&name);
}

START_TEST(what_a_kill_left_is_removed)
{
    static const struct {
        const char *suffix;
        bool stays;
    } files[] = {{".tmp.aB3xYz", false}, {".tmp.abc", true}, {".backup", true}, {".damaged", true}};
    Session session;
    write_state("{\"format\": 1}");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *name = beside(files[i].suffix);
        ck_assert(file_write(name, str_of("half"), NULL));
        free(name);
    }
    ck_assert_int_eq(session_load(path, &session, NULL), SESSION_READ);
    session_free(&session);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *name = beside(files[i].suffix);
        ck_assert_msg((access(name, F_OK) == 0) == files[i].stays, "%s", name);
        free(name);
    }
}
END_TEST

START_TEST(a_linked_state_stays_a_link)
{
    struct stat info;
    Session session = session_at(5);
    write_state("{\"format\": 1}");
    char *real = beside(".real");
    ck_assert_int_eq(rename(path, real), 0);
    ck_assert_int_eq(symlink("a-dossier.json.real", path), 0);
    ck_assert(session_save(path, &session, &(Session){0}, SESSION_READ, NULL));
    ck_assert_int_eq(lstat(path, &info), 0);
    ck_assert(S_ISLNK(info.st_mode));
    is_kept(5, "");
    free(real);
    session_free(&session);
}
END_TEST

START_TEST(a_newer_state_that_comes_meanwhile_is_left_alone)
{
    Session session = session_at(3);
    write_state(newer_states[0]);
    ck_assert(session_save(path, &session, &(Session){0}, SESSION_READ, NULL));
    ck_assert(holds(path, newer_states[0]));
    session_free(&session);
}
END_TEST

// The later one counts, though its place is the old one.
START_TEST(another_layout_alone_is_a_change)
{
    Session start = session_at(1), one = session_at(1), two = session_at(7);
    ck_assert(session_save(path, &start, &(Session){0}, SESSION_NEW, NULL));
    ck_assert(session_save(path, &two, &start, SESSION_READ, NULL));
    one.stacked = true;
    ck_assert(session_save(path, &one, &start, SESSION_READ, NULL));
    is_kept(1, "");
    session_free(&start);
    session_free(&one);
    session_free(&two);
}
END_TEST

START_TEST(searches_that_took_the_place_of_others_are_new)
{
    Session start = session_at(1), one = session_at(1);
    add_search(&start, "old");
    ck_assert(session_save(path, &start, &(Session){0}, SESSION_NEW, NULL));
    add_search(&one, "new");
    ck_assert(session_save(path, &one, &start, SESSION_READ, NULL));
    is_kept(1, "old new");
    session_free(&start);
    session_free(&one);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("keep");
    TCase *tests = tcase_create("keep");
    tcase_add_checked_fixture(tests, make_directory, remove_directory);
    tcase_add_test(tests, what_is_kept_comes_back);
    tcase_add_test(tests, nothing_kept_is_nothing_wrong);
    tcase_add_test(tests, damaged_state_is_put_aside);
    tcase_add_test(tests, damaged_states_are_put_aside_up_to_a_limit);
    tcase_add_loop_test(tests, newer_state_is_left_alone, 0,
                        (int)(sizeof newer_states / sizeof *newer_states));
    tcase_add_test(tests, values_of_other_kinds_are_passed_over);
    tcase_add_test(tests, unwritable_directories_are_told);
    tcase_add_test(tests, hostile_ids_are_no_file_names);
    tcase_add_test(tests, relative_directories_do_not_count);
    tcase_add_test(tests, the_newest_searches_are_kept);
    tcase_add_test(tests, no_more_searches_are_read_than_are_kept);
    tcase_add_test(tests, long_ids_are_no_file_names);
    tcase_add_test(tests, two_sessions_are_merged);
    tcase_add_test(tests, marks_of_two_sessions_are_merged);
    tcase_add_test(tests, only_so_many_marks_are_kept);
    tcase_add_test(tests, searches_that_took_the_place_of_others_are_new);
    tcase_add_test(tests, another_layout_alone_is_a_change);
    tcase_add_test(tests, a_newer_state_that_comes_meanwhile_is_left_alone);
    tcase_add_test(tests, of_merged_searches_the_newest_are_kept);
    tcase_add_test(tests, nothing_new_is_not_written);
    tcase_add_test(tests, what_a_kill_left_is_removed);
    tcase_add_test(tests, a_linked_state_stays_a_link);
    suite_add_tcase(suite, tests);
    return suite;
}
