/* Titles as learners write them (domain.md, section 12) against the Things of section 1.3, in a table. What a row
 * expects comes from what its author meant, not from what the matcher says. */
#include <string.h>

#include "blog/kist-post-matcher.h"

#define DIGITAL "23 Things Digital"

static const KistMatchThing digital[] = {
  { "1", 1, "Blogging", DIGITAL },
  { "2", 2, "Open Badges", DIGITAL },
  { "3", 3, "Why Digital?", DIGITAL },
  { "4", 4, "Digital Footprint", DIGITAL },
  { "5", 5, "Social Media #1", DIGITAL },
  { "6", 6, "Digital Security", DIGITAL },
  { "7", 7, "Finding Resources", DIGITAL },
  { "8", 8, "Facebook", DIGITAL },
  { "10", 10, "Podcasts", DIGITAL },
  { "11", 11, "Twitter", DIGITAL },
  { "12", 12, "Apps #1: supporting practice", DIGITAL },
  { "13", 13, "Apps #2", DIGITAL },
  { "14", 14, "Email", DIGITAL },
  { "16", 16, "Learning digitally", DIGITAL },
  { "20", 20, "Collaboration", DIGITAL },
  { "21", 21, "Digital legacy", DIGITAL },
  { "23", 23, "Next Steps", DIGITAL },
};

typedef struct
{
  const char        *title;
  const char        *id; /* (nullable) */
  KistMatchCertainty certainty;
} Row;

static void
check (const KistPostMatcher *matcher, const Row *rows, unsigned n_rows)
{
  unsigned n_wrong = 0;

  for (unsigned i = 0; i < n_rows; i++)
    {
      KistPostMatch match = kist_post_matcher_match (matcher, rows[i].title, NULL, "");
      const char   *id = match.thing ? match.thing->id : NULL;

      if (g_strcmp0 (id, rows[i].id) == 0 && match.certainty == rows[i].certainty)
        continue;
      g_test_message ("“%s”: %s, %s; expected %s, %s", rows[i].title, id ? id : "none",
                      kist_match_certainty_to_string (match.certainty), rows[i].id ? rows[i].id : "none",
                      kist_match_certainty_to_string (rows[i].certainty));
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static KistPostMatcher *
new_digital (void)
{
  return kist_post_matcher_new (digital, G_N_ELEMENTS (digital));
}

/* A number behind "Thing", in every spelling. */
static void
test_numbers (void)
{
  static const Row rows[] = {
    { "SSSC 23 Things Digital – Thing 14: Email", "14", KIST_MATCH_CERTAIN },
    { "SSSC 23 Things Digital Thing 5 - Social Media #1", "5", KIST_MATCH_CERTAIN },
    { "SSSC 23 Things Digital - Thing 3 Why Digital?", "3", KIST_MATCH_CERTAIN },
    { "Blog 9 Thing 8 Facebook", "8", KIST_MATCH_CERTAIN },
    { "Thing 11 – Twitter", "11", KIST_MATCH_CERTAIN },
    { "Thing 11", "11", KIST_MATCH_CERTAIN },
    { "thing11", "11", KIST_MATCH_CERTAIN },
    { "THING 11 TWITTER", "11", KIST_MATCH_CERTAIN },
    { "Thing-11: tweets", "11", KIST_MATCH_LIKELY },
    { "Thing #11", "11", KIST_MATCH_CERTAIN },
    { "Thing no. 11", "11", KIST_MATCH_CERTAIN },
    { "Thing No 11", "11", KIST_MATCH_CERTAIN },
    { "Thing number 11", "11", KIST_MATCH_CERTAIN },
    { "Thing 05 – Social Media", "5", KIST_MATCH_CERTAIN },
    { "Thing 5/23", "5", KIST_MATCH_CERTAIN },
    { "Thing 5 of 23", "5", KIST_MATCH_CERTAIN },
    { "Thing Five: boundaries", "5", KIST_MATCH_LIKELY },
    { "Thing Twenty-Three: Next Steps", "23", KIST_MATCH_CERTAIN },
    { "5th Thing", "5", KIST_MATCH_CERTAIN },
    { "#SSSC23Digital Thing 6", "6", KIST_MATCH_CERTAIN },
    { "23 Things Thing 23 - Next Steps", "23", KIST_MATCH_CERTAIN },
    { "23 Things: Thing 1", "1", KIST_MATCH_CERTAIN },
    { "Thing 1: Blogger", "1", KIST_MATCH_LIKELY },
    { "Week 3 – Thing 7 – Finding resources in SSKS", "7", KIST_MATCH_CERTAIN },
    { "Thing 14: 3 folders and a rule", "14", KIST_MATCH_LIKELY },
    { "Thing 14 - 2021", "14", KIST_MATCH_CERTAIN },
    { "Thing 12 Apps #1", "12", KIST_MATCH_CERTAIN },
    { "Thing 12 (Apps #1: Supporting Practice)", "12", KIST_MATCH_CERTAIN },
    { "Thing 5 – what I learned about email", "5", KIST_MATCH_LIKELY },
    { "My post for Thing 20, collaboration", "20", KIST_MATCH_CERTAIN },
    { "Thing\xc2\xa0"
      "14 – Email",
      "14", KIST_MATCH_CERTAIN },
  };
  g_autoptr (KistPostMatcher) matcher = new_digital ();

  check (matcher, rows, G_N_ELEMENTS (rows));
}

/* A Thing's name without its number. */
static void
test_names (void)
{
  static const Row rows[] = {
    { "Open Badges", "2", KIST_MATCH_CERTAIN },
    { "Why Digital?", "3", KIST_MATCH_CERTAIN },
    { "WHY DIGITAL", "3", KIST_MATCH_CERTAIN },
    { "Social Media #1", "5", KIST_MATCH_CERTAIN },
    { "Social media 1", "5", KIST_MATCH_CERTAIN },
    { "Social Media", "5", KIST_MATCH_LIKELY },
    { "Apps #2", "13", KIST_MATCH_CERTAIN },
    { "Apps #1", "12", KIST_MATCH_CERTAIN },
    { "Podcasts", "10", KIST_MATCH_LIKELY },
    { "E-mail", "14", KIST_MATCH_LIKELY },
    { "Digital security, scams and sensitivities", "6", KIST_MATCH_LIKELY },
    { "23 Things Digital: Next Steps", "23", KIST_MATCH_CERTAIN },
    { "SSSC 23 Things Digital Footprint", "4", KIST_MATCH_CERTAIN },
    { "My digital footprint", "4", KIST_MATCH_CERTAIN },
    { "DigitalFootprint", "4", KIST_MATCH_CERTAIN },
    { "14. Email", "14", KIST_MATCH_CERTAIN },
    { "14 – Email and what is in it", "14", KIST_MATCH_CERTAIN },
    { "Blog 12: Twitter", "11", KIST_MATCH_LIKELY },
    { "Podcast Possibilities", "10", KIST_MATCH_WEAK },
    { "Why I left Facebook for good", "8", KIST_MATCH_WEAK },
    { "Reflections on learning digitally", "16", KIST_MATCH_CERTAIN },
  };
  g_autoptr (KistPostMatcher) matcher = new_digital ();

  check (matcher, rows, G_N_ELEMENTS (rows));
}

/* Numbers that are none of a Thing, and names that are none. */
static void
test_traps (void)
{
  static const Row rows[] = {
    { "23 Things", NULL, KIST_MATCH_NONE },
    { "23 Things Digital", NULL, KIST_MATCH_NONE },
    { "My 23 Things Leadership Journey - Introduction", NULL, KIST_MATCH_NONE },
    { "#SSSC23Digital", NULL, KIST_MATCH_NONE },
    { "SSSC 23 Things", NULL, KIST_MATCH_NONE },
    { "Twenty-three Things", NULL, KIST_MATCH_NONE },
    { "23Things", NULL, KIST_MATCH_NONE },
    { "#1", NULL, KIST_MATCH_NONE },
    { "Blog #1", NULL, KIST_MATCH_NONE },
    { "Blog 9", NULL, KIST_MATCH_NONE },
    { "Post 5: hello", NULL, KIST_MATCH_NONE },
    { "Week 2", NULL, KIST_MATCH_NONE },
    { "Social Media #2", NULL, KIST_MATCH_NONE },
    { "Apps", NULL, KIST_MATCH_NONE },
    { "Thing 9", NULL, KIST_MATCH_NONE },
    { "Thing 9: Social Media #2", NULL, KIST_MATCH_NONE },
    { "Thing 230", NULL, KIST_MATCH_NONE },
    { "Things 5 & 6", NULL, KIST_MATCH_NONE },
    { "Things 1-4", NULL, KIST_MATCH_NONE },
    { "Thing 5 and 6", NULL, KIST_MATCH_NONE },
    { "10 things I learned this year", NULL, KIST_MATCH_NONE },
    { "The thing one forgets", NULL, KIST_MATCH_NONE },
    { "Anything 5", NULL, KIST_MATCH_NONE },
    { "One more thing: 5 tips", NULL, KIST_MATCH_NONE },
    { "2021", NULL, KIST_MATCH_NONE },
    { "", NULL, KIST_MATCH_NONE },
    { "…", NULL, KIST_MATCH_NONE },
    { "Introduction", NULL, KIST_MATCH_NONE },
    { "What about digital natives?", NULL, KIST_MATCH_NONE },
    { "23 Things Leadership - Thing 5: Vision", NULL, KIST_MATCH_NONE },
    /* A number and a name that contradict each other are asked about. */
    { "Thing 6: Digital Footprint", "4", KIST_MATCH_WEAK },
    { "Thing 9: Digital Footprint", "4", KIST_MATCH_WEAK },
    { "Things 5 and 6: social media and digital security", "6", KIST_MATCH_WEAK },
  };
  g_autoptr (KistPostMatcher) matcher = new_digital ();

  check (matcher, rows, G_N_ELEMENTS (rows));
}

/* Kist's own pack: other titles, few numbers; and Things that have none. */
static void
test_the_pack_of_kist (void)
{
  static const KistMatchThing things[] = {
    { "social-media-1", 5, "Social media 1: where the lines are", "Digital Things" },
    { "email", 14, "Email: the message that is still there", "Digital Things" },
    { "learning-digitally", 16, "Learning digitally", "Digital Things" },
    { "vision", 5, "Vision", "Leadership Things" },
    { "everyday", 0, "Why is (everyday) leadership important", "Leadership Things" },
  };
  static const Row rows[] = {
    { "SSSC 23 Things Digital – Thing 14: Email", "email", KIST_MATCH_CERTAIN },
    { "SSSC 23 Things Digital Thing 5 - Social Media #1", "social-media-1", KIST_MATCH_CERTAIN },
    { "23 Things Digital Thing 5", "social-media-1", KIST_MATCH_CERTAIN },
    { "23 Things Leadership Thing 5", "vision", KIST_MATCH_CERTAIN },
    { "Thing 5", NULL, KIST_MATCH_NONE },
    { "Thing 5 - Vision", "vision", KIST_MATCH_CERTAIN },
    { "Where the lines are", NULL, KIST_MATCH_NONE },
    { "Thing 16 – Learning Digitally", "learning-digitally", KIST_MATCH_CERTAIN },
    { "Thing 8: Facebook", NULL, KIST_MATCH_NONE },
    { "Thing 1: Why is leadership important?", "everyday", KIST_MATCH_LIKELY },
    { "Why is everyday leadership important?", "everyday", KIST_MATCH_CERTAIN },
  };
  g_autoptr (KistPostMatcher) matcher = kist_post_matcher_new (things, G_N_ELEMENTS (things));

  check (matcher, rows, G_N_ELEMENTS (rows));
}

/* Where the title says nothing: weak evidence, and likely where two of it agree. */
static void
test_labels_and_first_lines (void)
{
  static const struct
  {
    const char        *title, *labels, *body, *id;
    KistMatchCertainty certainty;
  } rows[] = {
    { "Podcast Possibilities", "SSSC23Digital", "For Thing 10 I listened on the bus.", "10", KIST_MATCH_LIKELY },
    { "On the bus", "SSSC23Digital", "For Thing 10 I listened on the bus.", "10", KIST_MATCH_WEAK },
    { "On the bus", "SSSC23Digital|Thing 10", "I listened.", "10", KIST_MATCH_WEAK },
    { "On the bus", "thing10", "This is Thing 10 of 23.", "10", KIST_MATCH_LIKELY },
    { "On the bus", "podcasts", "I listened.", "10", KIST_MATCH_WEAK },
    { "On the bus", "SSSC23Digital|23 things", "I listened to all 23 Things.", NULL, KIST_MATCH_NONE },
    { "On the bus", "Thing 10|Thing 11", "I listened.", NULL, KIST_MATCH_NONE },
    { "On the bus", "", "In Thing 4 I searched, in Thing 5 I read.", NULL, KIST_MATCH_NONE },
    { "On the bus", "", "Today my digital footprint, at last.", "4", KIST_MATCH_WEAK },
    { "On the bus", "", "I sent an email about it.", NULL, KIST_MATCH_NONE },
    { "Thing 9", "Thing 10", "Thing 10", NULL, KIST_MATCH_NONE },
    { "Thing 8", "Thing 10", "Thing 10", "8", KIST_MATCH_CERTAIN },
    { "", "", "# Thing 2: Open Badges", "2", KIST_MATCH_WEAK },
  };
  g_autoptr (KistPostMatcher) matcher = new_digital ();

  for (unsigned i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) labels = g_strsplit (rows[i].labels, "|", -1);
      KistPostMatch match = kist_post_matcher_match (matcher, rows[i].title, (const char *const *)labels, rows[i].body);

      g_test_message ("“%s”, “%s”", rows[i].title, rows[i].body);
      g_assert_cmpstr (match.thing ? match.thing->id : NULL, ==, rows[i].id);
      g_assert_cmpint (match.certainty, ==, rows[i].certainty);
    }
}

/* What is far down is about something else. */
static void
test_only_the_first_lines_count (void)
{
  g_autoptr (KistPostMatcher) matcher = new_digital ();
  g_autoptr (GString) body = g_string_new (NULL);

  for (unsigned i = 0; i < 300; i++)
    g_string_append (body, "word ");
  g_string_append (body, "and Thing 10.");
  g_assert_null (kist_post_matcher_match (matcher, "Hello", NULL, body->str).thing);
}

static void
test_no_things (void)
{
  g_autoptr (KistPostMatcher) matcher = kist_post_matcher_new (NULL, 0);

  g_assert_null (kist_post_matcher_match (matcher, "Thing 5: Email", NULL, "").thing);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/post-matcher/numbers", test_numbers);
  g_test_add_func ("/post-matcher/names", test_names);
  g_test_add_func ("/post-matcher/traps", test_traps);
  g_test_add_func ("/post-matcher/the-pack-of-kist", test_the_pack_of_kist);
  g_test_add_func ("/post-matcher/labels-and-first-lines", test_labels_and_first_lines);
  g_test_add_func ("/post-matcher/only-the-first-lines-count", test_only_the_first_lines_count);
  g_test_add_func ("/post-matcher/no-things", test_no_things);
  return g_test_run ();
}
