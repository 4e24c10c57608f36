/* Single rules of the confidentiality check, each with what it is for and what it must leave alone. */
#include "privacy-said.h"

/* Two names with a stroke between are two names; what looks so in an address is none. */
static void
test_strokes (void)
{
  static const PrivacyCase cases[] = {
    { "Joan/Peter to cover", "name:Joan | name:Peter" }, { "a chat w/Joan", "name:Joan" },
    { "see https://example.org/Joan/Peter", "" },        { "see [this](https://example.org/Joan/Peter) page", "" },
    { "in photos/Joan/garden.png or /home/Joan", "" },   { "he/she, Mum/Dad, SSSC/NHS, Gypsy/Traveller families", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* Of two listed names in one place the longer is found, whichever stands first in the list. */
static void
test_listed (void)
{
  static const char *const listed[] = { "Quirrel", "Quirrel  Spanner", "Nib\u00a0O’Zed", "x", "", NULL };
  static const PrivacyCase cases[] = {
    { "then quirrel spanner rang", "listed-name:quirrel spanner" },
    { "then Quirrel\nSpanner rang", "listed-name:Quirrel\nSpanner" },
    { "then Quirrel  Spanner rang", "listed-name:Quirrel  Spanner" },
    { "then Quirrel\u00a0Spanner rang", "listed-name:Quirrel\u00a0Spanner" },
    { "then nib o'zed rang", "listed-name:nib o'zed" },
    { "then nib o’zed rang", "listed-name:nib o’zed" },
    { "x", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), listed);
}

static void
test_titles (void)
{
  static const PrivacyCase cases[] = {
    { "MRS KERR fell", "name:MRS KERR" },
    { "MS KERR fell", "name:MS KERR" },
    { "Ms Kerr fell", "name:Ms Kerr" },
    { "saw mrs kerr at ten", "name:mrs kerr" },
    { "saw ms kerr at ten", "name:ms kerr" },
    { "dr rahman said so", "name:dr rahman" },
    { "i phoned dr rahman about it", "name:dr rahman" },
    { "We met on MS Teams.", "" },
    { "The MS Society and the MS SOCIETY rang.", "" },
    { "people with MS often tire", "" },
    { "living with MS since birth", "" },
    { "her ms makes her tired, people with ms sometimes do", "" },
    { "I rang the dr about her tablets", "" },
    { "a dr appointment, dr prescribed them, rang dr about it, the dr was late", "" },
    { "The Dr thought so", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* The end of a sentence after a letter that stands for a person, a plan or a vitamin. */
static void
test_initials (void)
{
  static const PrivacyCase cases[] = {
    { "I sat with J.K. until tea", "name:J.K." },
    { "Apologies: P. Lamont and A. Kerr.", "name:P. Lamont | name:A. Kerr" },
    { "witnessed by T. R. Sandhu", "name:T. R. Sandhu" },
    { "my client J. Lamont came", "name:J. Lamont" },
    { "Signed: I. Abernethy", "name:I. Abernethy" },
    { "I supported Client A. She was wary.", "" },
    { "I supported Person B. Nobody else came.", "" },
    { "We made a plan B. Then it rained.", "" },
    { "He takes vitamin D. This helps.", "" },
    { "See Appendix A. The rest follows. Step C. Breathe.", "" },
    { "taller than I. The hoist did not care, nor did I. Morning came.", "" },
    { "It was grade C. However, I passed.", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* A kind of house needs a name of its own, which the first word of a sentence is not by its capital letter alone. */
static void
test_houses (void)
{
  static const PrivacyCase cases[] = {
    { "I worked at Rowan Lodge then", "place:Rowan Lodge" },
    { "Lintmill House was cold", "place:Lintmill House" },
    { "the Strathyre day centre is shut", "place:Strathyre day centre" },
    { "Strathyre Braes nursery is shut", "place:Strathyre Braes nursery" },
    { "Forfar nursery is shut", "place:Forfar nursery" },
    { "After Lintmill school I went home", "place:Lintmill school" },
    { "After school I walk home. After school club I rest.", "" },
    { "Starting nursery can be hard. Starting School", "" },
    { "During college I worked. Completing unit 3 took long.", "" },
    { "Most nursery staff know. Before nursery he eats. Local school", "" },
    { "Outdoor nursery, forest school: it is all mud. Sunny clinic days.", "" },
    { "the ASN school and the PBS unit", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* What stands beside a word that alone would say nothing, or too much. */
static void
test_neighbours (void)
{
  static const PrivacyCase cases[] = {
    { "On shift: Heather, Tomasz.", "name:Heather | name:Tomasz" },
    { "Gregor and Sakina lead it", "name:Gregor | name:Sakina" },
    { "Handover from Kelly-Anne: all settled", "name:Kelly-Anne" },
    { "J. McAllister signed, so did P. O'Hara.", "name:J. McAllister | name:P. O'Hara" },
    { "a lad called \"Spanner\" came", "name:Spanner" },
    { "Runs: G53 and PA4.", "postcode-area:G53 | postcode-area:PA4" },
    { "a blog called \"Tea, Tabards and Tablets\" and one called “Tea, Toast” too", "" },
    { "The XYZ Circle has a helpline, and XYZ Reg No. is on it", "" },
    { "Her Zopiclone was stopped", "" },
    { "Our laptop is 9 years old, the G8 met, I walked with Joan-led groups", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* What only people are or do, and a form that only surnames have, where a word may be something else. */
static void
test_signs (void)
{
  static const PrivacyCase cases[] = {
    { "Rose needs two of us.", "name:Rose" },
    { "Hope was crying at the gate.", "name:Hope" },
    { "Hope was all we had. Joy is catching. Rose beds need water.", "" },
    { "Error: Jordan MacPhail signed", "name:Jordan MacPhail" },
    { "the McKinlay O’Hare family", "name:McKinlay O’Hare" },
    { "A McDonald's on the way, on my MacBook, then a McVitie’s", "" },
    { "spoke to agnieszka, sat with tomasz", "name:agnieszka | name:tomasz" },
    { "I could not bear to jack it in", "" },
    { "A.M. now washes his own face", "name:A.M." },
    { "At 9 A.M. or in the A.M.", "" },
    { "The lad everybody in the unit calls Midge", "name:Midge" },
    { "the app everyone installed calls for help", "" },
    { "Everyone calls Childline first, and staff call NHS 24.", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* Who stands beside a word, or what a meeting's minutes say, makes it somebody's name. */
static void
test_company (void)
{
  static const PrivacyCase cases[] = {
    { "The Gallachers have stayed here, so did the Kowalczyks next door.", "name:Gallachers | name:Kowalczyks" },
    { "The Borders have hills, the Scouts meet next door", "" },
    { "It was Xiuying, our modern apprentice, who saw it.", "name:Xiuying" },
    { "At Xmas, our manager was off. On Padlet, my colleague wrote more.", "" },
    { "As Rabiya and her foster carer read on", "name:Rabiya" },
    { "on Padlet and their next idea, on Trellodo and their next idea", "" },
    { "I sent the Kowalczyk family's letter; the Oyelaran twins came", "name:Kowalczyk | name:Oyelaran" },
    { "the Bookworm family group, the Polish family, the Sunday twins", "" },
    { "JM attended late; KR did not attend. DM was tearful.", "name:JM | name:KR | name:DM" },
    { "HM unsettled from teatime. JM went missing and DK went with him.", "name:HM | name:JM | name:DK" },
    { "Met JK at the job centre, on a visit to DM.", "name:JK | name:DM" },
    { "met QR codes, supported HR, met FA targets, spoke to IT, the AC went off", "" },
    { "GP advised rest, OT reported back, HR said no, the TV was late, SW did not attend", "" },
    { "so I've asked them, if I'd asked", "" },
    { "Poppy-Mae and Rose-Ann sang, Kelly-Anne danced", "name:Poppy-Mae | name:Rose-Ann | name:Kelly-Anne" },
    { "May-June, Rose-Garden, Hope-Filled, April-May", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* What a text itself says is nobody's name is none, wherever it stands. */
static void
test_pseudonyms (void)
{
  static const PrivacyCase cases[] = {
    { "I gave him the made-up name Fergus. Fergus laughed.", "" },
    { "Joy, Faith and Hope were the words they chose.", "" },
    { "Joy, Faith and Rose were the first here, and Effie was next.", "name:Faith | name:Rose | name:Effie" },
    { "I'll call her Morag, which is not her real name. Morag laughed.", "" },
    { "In this post I call her Skye, which isn’t her name.", "" },
    { "I will call the tenant \"Sam\", which is not the tenant's real name.", "" },
    { "I've called him Hamish here, which is nothing like his name.", "" },
    { "Effie (not her real name) rang. So did Joan.", "name:Joan" },
    { "Effie is a pseudonym. Effie (name changed) rang", "" },
    { "I called Joan, who could not name the day.", "name:Joan" },
    { "Joan, not a name one hears often, and Effie is not the name on the form", "name:Joan | name:Effie" },
    { "I call her Morag (not her name).\n\nThen Morag sang.", "" },
    { "We call her Morag, and Joan did not come.", "name:Morag | name:Joan" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* Who is in public life, a law that is called after somebody, and food from a town tell nothing of a client. */
static void
test_public_names (void)
{
  static const PrivacyCase cases[] = {
    { "Henry the hoover, Postman Pat and Storm Arwen; Housing First", "" },
    { "He likes Andy Murray and Daniel O'Donnell.", "" },
    { "Mr Tumble, Ms Rachel and Professor Brian Cox were on; so was Tam o' Shanter, or Tam o’ Shanter.", "" },
    { "Professor Brian Coxwell rang, Ms Rachelson too, and Tam or Shanter",
      "name:Professor Brian Coxwell | name:Ms Rachelson | name:Tam" },
    { "Clare's Law and Anne’s Law came up.", "" },
    { "Clare's lawyer phoned.", "name:Clare" },
    { "We had Dundee cake on World Book Day.", "" },
    { "He moved to Dundee.", "place:Dundee" },
    { "The Edinburgh Postnatal Depression Scale and the Glasgow Coma Scale", "" },
    { "An Edinburgh Castle ticket on my old Nokia, over Earl Grey", "place:Edinburgh" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy-rules/strokes", test_strokes);
  g_test_add_func ("/privacy-rules/listed", test_listed);
  g_test_add_func ("/privacy-rules/titles", test_titles);
  g_test_add_func ("/privacy-rules/initials", test_initials);
  g_test_add_func ("/privacy-rules/houses", test_houses);
  g_test_add_func ("/privacy-rules/neighbours", test_neighbours);
  g_test_add_func ("/privacy-rules/signs", test_signs);
  g_test_add_func ("/privacy-rules/company", test_company);
  g_test_add_func ("/privacy-rules/pseudonyms", test_pseudonyms);
  g_test_add_func ("/privacy-rules/public-names", test_public_names);
  return g_test_run ();
}
