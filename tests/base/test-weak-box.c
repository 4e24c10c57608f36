#include "base/kist-weak-box.h"

static void
test_gives_the_object_while_it_lives (void)
{
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  KistWeakBox *box = kist_weak_box_new (object);
  g_autoptr (GObject) seen = kist_weak_box_look (box);
  g_autoptr (GObject) taken = kist_weak_box_open (box);

  g_assert_true (seen == object);
  g_assert_true (taken == object);
  g_assert_cmpuint (object->ref_count, ==, 3);
}

static void
test_keeps_nothing_alive (void)
{
  GObject     *object = g_object_new (G_TYPE_OBJECT, NULL);
  KistWeakBox *box = kist_weak_box_new (object);

  g_object_unref (object);
  g_assert_null (kist_weak_box_look (box));
  g_assert_null (kist_weak_box_open (box));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weak-box/gives-the-object-while-it-lives", test_gives_the_object_while_it_lives);
  g_test_add_func ("/weak-box/keeps-nothing-alive", test_keeps_nothing_alive);
  return g_test_run ();
}
