/* What has a form: each rule with what it is for and what it must leave alone. The forms are those that the expressions
 * name as their sources; the numbers are nobody's. */
#include "privacy-said.h"

static void
test_health_numbers (void)
{
  static const PrivacyCase cases[] = {
    { "140338 4421, then AB 12 34 56 C, then CS2003012345",
      "chi:140338 4421 | ni-number:AB 12 34 56 C | service-number:CS2003012345" },
    { "her CHI, 210638 123, was cut off", "chi:210638 123" },
    { "National Insurance: GB 12 34 56 C, or 12 A 34567 until it comes", "ni-number:GB 12 34 56 C" },
    { "NI number 12 A 34 56 7 for now", "ni-number:12 A 34 56 7" },
    { "the C.H.I. team", "" },
    { "CHI: 140338/4421 or 14.03.38.4421", "chi:140338/4421 | chi:14.03.38.4421" },
    { "CHI 14/03/38 4421", "chi:14/03/38 4421" },
    { "On 14/03/26 1430 she slept", "date:14/03/26" },
    { "320338/4421 and 14.13.38.4421", "" },
    { "Our CS number is 2003012345.", "service-number:2003012345" },
    { "NI: QQ 12 34 56 C, or QQ123456C alone", "ni-number:QQ 12 34 56 C | ni-number:QQ123456C" },
    { "the N.I. number", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_registrations (void)
{
  static const PrivacyCase cases[] = {
    { "She said 4017736, so I looked at the public register first", "registration-number:4017736" },
    { "4017736 of them", "" },
    { "order ref 3041122 for the register", "" },
    { "Signed as second: 3142087, and again", "registration-number:3142087" },
    { "Here is my number: 4023315.", "registration-number:4023315" },
    { "The assessor asked for 4023316", "registration-number:4023316" },
    { "Inspected as CS 2015 338 712 last year", "service-number:CS 2015 338 712" },
    { "My co-worker is 3142087", "registration-number:3142087" },
    { "Countersigned by 3142087", "registration-number:3142087" },
    { "The practitioner wrote 3142088", "registration-number:3142088" },
    { "Fitness to practise wrote, quoting 3098514, and asked what I had learned", "registration-number:3098514" },
    { "worker on shift 4059912 (SSSC)", "registration-number:4059912" },
    { "PIN 98I1234E of a nurse, and 98I1234E alone", "registration-number:98I1234E | registration-number:98I1234E" },
    { "3087123 on the Register", "registration-number:3087123" },
    { "registered with the SSSC since 2016, number 3012345", "registration-number:3012345" },
    { "SSSC reg no. 3 012 345", "registration-number:3 012 345" },
    { "I typed 1187654 in the box for my SSSC number", "registration-number:1187654" },
    { "my number with the Council is 1122334", "registration-number:1122334" },
    { "registered with the SSSC since 2016, with 12000 workers", "" },
    { "we counted 1187654 steps and then found the number", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_plates (void)
{
  static const PrivacyCase cases[] = {
    { "SN68 XKD and sn68xkd and SI19 QZO", "vehicle:SN68 XKD | vehicle:sn68xkd | vehicle:SI19 QZO" },
    { "D123ABC was clamped", "vehicle:D123ABC" },
    { "the ZX12 NHS and XT20 THE door", "" },
    { "a wee Fiat (sk70 bnf) outside", "vehicle:sk70 bnf" },
    { "P123 ABC was parked there, so was ABC 123D", "vehicle:P123 ABC | vehicle:ABC 123D" },
    { "a car from over the water, ABZ 1234", "vehicle:ABZ 1234" },
    { "at20 the bell went, is12 and more, of60 men", "" },
    { "form A101 BCD, the D100 NHS scheme", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_accounts (void)
{
  static const PrivacyCase cases[] = {
    { "I saw 10472963 on her statement", "bank:10472963" },
    { "10472963 grains of sand", "" },
    { "batch 10472963 was paid", "" },
    { "Fees to 00417756, please", "bank:00417756" },
    { "80-22-60 was on it", "bank:80-22-60" },
    { "GB33 BUKB 2020 1555 5555 55 came", "bank:GB33 BUKB 2020 1555 5555 55" },
    { "it ended 4111 1111 1111 1111, or 4929123456789012 on the card", "bank:4111 1111 1111 1111" },
    { "4111111111111111 is on the slip", "bank:4111111111111111" },
    { "4929 1234 5678 9012, her card is 5000123456789012", "bank:4929 1234 5678 9012 | bank:5000123456789012" },
    { "her bank details 80 22 60", "bank:80 22 60" },
    { "1234123412341234 things", "" },
    { "in full view 83-19-42 and 00417735", "bank:83-19-42 and 00417735" },
    { "83-19-42, 00417735", "bank:83-19-42, 00417735" },
    { "80 22 60 12345678 on the sheet", "bank:80 22 60 12345678" },
    { "80 22 60, account 12345678", "bank:80 22 60 | bank:12345678" },
    { "s/c 80 22 60; sort: 401122", "bank:80 22 60 | bank:401122" },
    { "the card ending 4321, an account that ends in 0417", "bank:4321 | bank:0417" },
    { "a note to pay 41882095", "bank:41882095" },
    { "paid into 22334455, her savings went into 10472963", "bank:22334455 | bank:10472963" },
    { "between 12 and 00417735 of them", "" },
    { "the columns said 80 22 60, the account ends in May, we sort 12 socks", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_telephones (void)
{
  static const PrivacyCase cases[] = {
    { "joan@example.org, 07700 900123", "email:joan@example.org | phone:07700 900123" },
    { "joan[at]example[dot]org", "email:joan[at]example[dot]org" },
    { "rang +353 1 496 0123", "phone:+353 1 496 0123" },
    { "her mobile is 496 0123", "phone:496 0123" },
    { "Ext 2214, or extension 4412", "phone:2214 | phone:4412" },
    { "joan dot kerr at example dot org", "email:joan dot kerr at example dot org" },
    { "we met at dot painting; it was the extension 2 years ago", "" },
    { "Call 999. Ring 101. Rang round 12 families.", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* Where somebody can be found on a network. */
static void
test_handles (void)
{
  static const PrivacyCase cases[] = {
    { "Skype me at live:morag_m", "web-handle:live:morag_m" },
    { "I am @jo@mastodon.scot now", "web-handle:@jo@mastodon.scot" },
    { "see https://mastodon.scot/@jo", "web-handle:https://mastodon.scot/@jo" },
    { "https://bsky.app/profile/kev.bsky.social has it", "web-handle:https://bsky.app/profile/kev.bsky.social" },
    { "my blog, jocares.blogspot.com", "web-handle:jocares.blogspot.com" },
    { "Insta: jo.kerr", "web-handle:jo.kerr" },
    { "Look for u/nightshift_fife", "web-handle:u/nightshift_fife" },
    { "from the account Maz_K_1984", "web-handle:Maz_K_1984" },
    { "he goes by ninja_wean online", "web-handle:ninja_wean" },
    { "big_tam84 on Snapchat", "web-handle:big_tam84" },
    { "her TikTok username is nightshiftmaz", "web-handle:nightshiftmaz" },
    { "she is on TikTok as carerjoan", "web-handle:carerjoan" },
    { "she is on Facebook as usual, on WhatsApp as well", "" },
    { "her username is private; a username is not a password; the handle is loose", "" },
    { "23things.wordpress.com, www.wordpress.com, help.blogspot.com", "" },
    { "the account page.html, saved as notes_2024.md", "" },
    { "read facebook.com/help and and/or, w/u", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_addresses (void)
{
  static const PrivacyCase cases[] = {
    { "Rowan Cottage, Main Street, the blue door; to Auld Kirk House Shore Road",
      "address:Rowan Cottage, Main Street | address:Auld Kirk House Shore Road" },
    { "A house, The Street; Rowan Cottage, near Main Street", "" },
    { "IP44 sockets and WD40; the CO2 alarm", "" },
    { "from 27 Lochside Drive to 2 Braeside", "address:27 Lochside Drive | address:2 Braeside" },
    { "post it to KY16 9VZ", "postcode:KY16 9VZ" },
    { "a PA4 2KG bag, S3 1ST", "" },
    { "lives at 41 Sandyloan, I parked outside 2 The Shore", "address:41 Sandyloan | address:2 The Shore" },
    { "He waited outside 3 The Whins", "address:3 The Whins" },
    { "she lives at 9 old mill road", "address:9 old mill road" },
    { "22 The Loaning is hard to find", "address:22 The Loaning" },
    { "7 Marine Cottages has a key safe", "address:7 Marine Cottages" },
    { "moved to 19 Castle Esplanade", "address:19 Castle Esplanade" },
    { "I left the keys at 8 Wester Knowe", "address:8 Wester Knowe" },
    { "Her house is 5 Braehead", "address:5 Braehead" },
    { "I walked her to 19 Bridgend", "address:19 Bridgend" },
    { "her hoose, 14 station road", "address:14 station road" },
    { "She lives at 100 miles an hour, we met at 2 The next day, I was at 12 Things", "" },
    { "back to 23 Things, came to 3 NHS boards, went to 4 Services", "" },
    { "Chapter 3 The Common, Step 4 Open Bank", "" },
    { "2 miles down the road, 3 busy road works, at 3 in the park", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_ages_said (void)
{
  static const PrivacyCase cases[] = {
    { "I'm 61, my knees are done. You're eighty and fit. I'm 20 pages in.", "age:61 | age:eighty" },
    { "29 months, no words yet; at 18 months she had two", "age:29 months | age:18 months" },
    { "At 19 L.T. had been through it. At ten Joan had tea. At 10 Joan had tea.",
      "age:19 | name:L.T. | age:ten | name:Joan | name:Joan" },
    { "he turns 18 in March; the tap turns 18 in all", "age:turns 18" },
    { "the 2½ year old; 22mths, walking", "age:2½ year old | age:22mths" },
    { "Age at referral: 15", "age:15" },
    { "He is 10 and a half.", "age:He is 10 and a half" },
    { "At just 15 she was a carer", "age:15" },
    { "M is eleven.", "age:eleven" },
    { "a lady aged 84; age of about 90; Age:84", "age:aged 84 | age:age of about 90 | age:Age:84" },
    { "Joan (84 yrs) and the baby (6 weeks)", "name:Joan | age:84 yrs | age:6 weeks" },
    { "The bairn is one. The wee one was one of us.", "age:bairn is one" },
    { "My client is 84 and lives alone", "age:client is 84" },
    { "The resident was 91.", "age:resident was 91" },
    { "The lady is 93", "age:lady is 93" },
    { "they are 15", "age:they are 15" },
    { "Joan is 84", "name:Joan | age:84" },
    { "Mrs Kerr (84) sang", "name:Mrs Kerr | age:84" },
    { "my gran is eighty-seven and fit", "age:gran is eighty-seven" },
    { "the woman I support is 47", "age:woman I support is 47" },
    { "At 88, she swims", "age:88" },
    { "a resident, 87, fell", "age:87" },
    { "Their oldest is 9, the baby 5 weeks, and the mum, a cook, was only 19 herself.",
      "age:oldest is 9 | age:5 weeks | age:19" },
    { "At two and a half he had moved twice. We stopped at two and a half miles.", "age:two and a half" },
    { "I saw the baby 5 weeks later; the baby group took 5 weeks; it is only 19 pages", "" },
    { "He turned thirteen in the house.", "age:turned thirteen" },
    { "My neighbour, who comes to our drop-in, is 81 and well", "age:81" },
    { "A man with a brain injury, fifty-two, the only one", "age:fifty-two" },
    { "The form, who knows why, is 12 pages; pages ten, twenty-one, the last", "" },
    { "At 10 she gets her tablets, and at 22 he goes up", "" },
    { "he was 20 minutes late and is 3 stone lighter", "" },
    { "they were 6 on the first day, they are 12 in all and they are 20 miles away", "" },
    { "her son, 2 daughters and a client of 20 years' standing", "" },
    { "the client was 2 of 3 through, his temperature is 38 and she is 1:1", "" },
    { "The manager is 5 foot 2, the baby was 7 lb and he is 12 kg", "" },
    { "Room is 12, Thing is 14, June was 30, Step (4)", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_ages_in_company (void)
{
  static const PrivacyCase cases[] = {
    { "Lives alone since the move from his sister's place in spring, 58, smokes", "age:58" },
    { "her mam in the red coat (44) rang", "age:44" },
    { "her mam in the red coat (250) rang\nthe box at the gate, 44, was red\nso was his", "" },
    { "Male: 91. Female, 84", "age:91 | age:84" },
    { "She read Thing (14), page 12, 14, and room (30) again; he had (12) of them", "" },
    { "She had been 12 when they met, and he'd been 15; he must have been 84, or he can't be more than 90",
      "age:She had been 12 | age:he'd been 15 | age:he must have been 84 | age:he can't be more than 90" },
    { "She had been 12 minutes late. He had been 14 on the Glasgow Coma Scale", "" },
    { "The youngest was seven months and wide awake", "age:seven months" },
    { "I thought that Mr Ojo, at 81, would not", "name:Mr Ojo | age:81" },
    { "Our client at ninety-one still swims, and he, at nearly 92, dives", "age:ninety-one | age:92" },
    { "At 67 she does, at only 55 he can", "age:67 | age:55" },
    { "Her sats at 94, her pulse at 88, he stayed at 42, we met her at 20, and all", "" },
    { "The loan, at 30, stays. The office at 45 is shut.", "" },
    { "At 250, he left, at 10, too", "" },
    { "Nobody minded her being a hundred and two, or about being 15 then", "age:a hundred and two | age:15" },
    { "his being 15 minutes late, our being 14, about being three hours", "" },
    { "The tenant on the top floor behind the old church hall, 58, rang", "age:58" },
    { "Both brothers (67 and 71) share; children, 20 of them", "age:67 and 71" },
    { "Single female, a big flat, 29, two dogs", "age:29" },
    { "The client rang on lines 5, 29, 30, and again", "" },
    { "Resident A, 91, fell.", "age:91" },
    { "Client B: 71, COPD", "age:71" },
    { "his mother, now 79, visits", "age:79" },
    { "The lady in the corner bed, eighty-nine, asked", "age:eighty-nine" },
    { "Female, 37, or M/84", "age:37 | age:84" },
    { "Gent 91 found on the floor", "age:91" },
    { "91, deaf and as sharp as a tack", "age:91" },
    { "Ninety-four and still does her ironing", "age:Ninety-four" },
    { "Born in 1940, now 86.", "age:86" },
    { "P is 22 and autistic", "age:22" },
    { "Twins, 4, share; two boys, six and nine, too", "age:4 | age:six and nine" },
    { "Both are 80.", "age:80" },
    { "Plan A is 20, and B12 is 30", "" },
    { "The children, 80 of them, sang. Two boys, a ball.", "" },
    { "male 10 stone, patient 30 minutes late, lady 10 was called", "" },
    { "The man on pages 12, 14, 16, and so on", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

/* No word says that it is an age; the line does. */
static void
test_ages_told (void)
{
  static const PrivacyCase cases[] = {
    { "My gran is the same age, 88.", "age:88" },
    { "The man in question, 61, had none; pages 3, 9, 14.", "age:61" },
    { "Our tenant by the sea, 101 next month, asked for whisky", "age:101" },
    { "Ivy (91) beat me; Table (91), Grace (14), May (31)", "age:91 | name:Grace" },
    { "The youngest in the room (eight months) slept", "age:eight months" },
    { "The bairn, 3 weeks, was asleep.\nThey spoke, two weeks, still", "age:3 weeks" },
    { "He took his leave (three weeks) then", "" },
    { "She moved in at 82. He had his stroke at forty-six", "age:82 | age:forty-six" },
    { "Her sats were at 94. He came at 10. Her pulse is at 88.", "" },
    { "her daughter, barely eighteen and tired", "age:eighteen" },
    { "She had only 20, he ate just 14, there were nearly 30, there was just 14, her dose is now 13 mg", "" },
    { "Only 17 and already there. Not yet two, he can say it. Now 84, I rest", "age:17 | age:two | age:84" },
    { "Only 17 of them. Now 84 pages. Nearly two, then", "" },
    { "He says he feels twenty but is stiff, and she looks about 30.", "age:twenty | age:30" },
    { "Feels like 20, the screen said", "" },
    { "He looks 80 and is 63.", "age:80 | age:63" },
    { "A sprightly 93, she walks. A good 40, he said", "age:93" },
    { "Not bad for ninety-six, he said.\nIt is good for 20, they said", "age:ninety-six" },
    { "She is eighty something and sharp, he's 60ish.", "age:eighty something | age:60ish" },
    { "her book has 80-odd pages", "" },
    { "when he was 22 and she 20, father is 52, mother 49", "age:he was 22 | age:20 | age:father is 52 | age:49" },
    { "One is 3, the other 5, and neither sleeps", "age:One is 3, the other 5" },
    { "One is 3 metres, the other 5", "" },
    { "He lost his mum at 9. He lost his keys at 9.", "age:9" },
    { "When I was nine I sat there; when I was 10 minutes late", "age:nine" },
    { "A boy of eleven should not. An hour of eleven should do", "age:eleven" },
    { "Until fourteen she lived there. Until 14 she had read", "age:fourteen | age:14" },
    { "From 30 it had rained", "" },
    { "I asked the girl her age and she said thirteen.\nI asked the age and he said \"15\".", "age:thirteen | age:15" },
    { "at that age he said 10 minutes", "" },
    { "It's her eighteenth on the weekend. His 14th, he said. On his 15th with her", "age:eighteenth | age:15th" },
    { "She'd have been 100 this week. She must have been seventy if a day",
      "age:She'd have been 100 | age:She must have been seventy" },
    { "When she hit 75 the family took the car", "age:75" },
    { "The twins will be five and want shoes", "age:five" },
    { "My son, 9, sang; my keychild, nearly four, too", "age:9 | age:four" },
    { "Passed away at 90 after a fall", "age:90" },
    { "Wee Effie, 3, bit him; Young Joan is 4", "name:Effie | age:3 | name:Joan | age:4" },
    { "Joan, 2½, threw it", "name:Joan | age:2½" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_ages_to_come (void)
{
  static const PrivacyCase cases[] = {
    { "He'll be 90 in May. She will be ninety in June.", "age:90 | age:ninety" },
    { "Her eightieth birthday was quiet", "age:eightieth birthday" },
    { "a party for his ninetieth.", "age:ninetieth" },
    { "in his 91st year", "age:91st" },
    { "She's pushing ninety. The boy is rising five.", "age:ninety | age:five" },
    { "She's coming six.", "age:six" },
    { "The resident reached 104.", "age:104" },
    { "A wee boy of five. For somebody of 85 he is quick", "age:five | age:85" },
    { "She had her first child at sixteen. He left school at 14.", "age:sixteen | age:14" },
    { "My dad died at 59.", "age:59" },
    { "The baby is 8 months. The wee one's two.", "age:8 months | age:wee one's two" },
    { "I was moved when I was ten.", "age:ten" },
    { "The service's tenth birthday, her ninetieth visit, my second year", "" },
    { "She died at 4. We got married at two in the afternoon.", "" },
    { "The baby was 8 weeks early; the wee one's two front teeth", "" },
    { "I was just pushing on; it was coming up to two years", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_days (void)
{
  static const PrivacyCase cases[] = {
    { "seen 14 March 2026", "date:14 March 2026" },
    { "their birthdays are 6.4.81 and 4.6.81", "birth-date:6.4.81 | birth-date:4.6.81" },
    { "2026-11-05 and 2026.11.05", "date:2026-11-05 | date:2026.11.05" },
    { "It was Hogmanay 2021; on New Year’s Day, 2022 it rained. Christmas 2021, Hogmanay (again), Easter 2020",
      "date:Hogmanay 2021 | date:New Year’s Day, 2022" },
    { "7.11.26 Home visit; on 8.11.26 again", "date:7.11.26 | date:8.11.26" },
    { "born 21 Jun 38.", "birth-date:21 Jun 38" },
    { "dob 030651, date of birth 3 6 51", "birth-date:030651 | birth-date:3 6 51" },
    { "June 5, 2026; since 4 mar", "date:June 5, 2026 | date:4 mar" },
    { "On 14 June on the ward", "date:14 June" },
    { "17th November – discharged", "date:17th November" },
    { "the 3rd of May was wet", "date:3rd of May" },
    { "Mr Lachlan Heddle, 91, passed away", "name:Mr Lachlan Heddle | age:91" },
    { "Joan Heddle (84) came", "name:Joan Heddle | age:84" },
    { "We met on 14.03.26", "date:14.03.26" },
    { "On March 14th we met; from 3rd-5th March she was away", "date:March 14th | date:3rd-5th March" },
    { "Nov 12: review", "date:Nov 12" },
    { "the first of April, the 14th Sept review", "date:first of April | date:14th Sept" },
    { "The court date is 17 May", "date:17 May" },
    { "Version 12.11.25, the 2.10.24 build, iOS 10.11.12", "" },
    { "In June 14 people came. By March 12 learners had left.", "" },
    { "Week 12 June, Thing 14 April", "" },
    { "2 may go, 12 March past", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy-forms/health-numbers", test_health_numbers);
  g_test_add_func ("/privacy-forms/registrations", test_registrations);
  g_test_add_func ("/privacy-forms/plates", test_plates);
  g_test_add_func ("/privacy-forms/accounts", test_accounts);
  g_test_add_func ("/privacy-forms/telephones", test_telephones);
  g_test_add_func ("/privacy-forms/handles", test_handles);
  g_test_add_func ("/privacy-forms/addresses", test_addresses);
  g_test_add_func ("/privacy-forms/ages-said", test_ages_said);
  g_test_add_func ("/privacy-forms/ages-in-company", test_ages_in_company);
  g_test_add_func ("/privacy-forms/ages-told", test_ages_told);
  g_test_add_func ("/privacy-forms/ages-to-come", test_ages_to_come);
  g_test_add_func ("/privacy-forms/days", test_days);
  return g_test_run ();
}
