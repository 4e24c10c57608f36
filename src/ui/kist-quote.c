#include "kist-quote.h"

#include <glib/gi18n.h>

static char *
dup_quotation (const char *passage, KistThing *thing)
{
  g_auto (GStrv) lines = g_strsplit (passage, "\n", -1);
  g_autofree char *body = g_strjoinv ("\n> ", lines);

  /* Translators: below a quotation in the journal; %s is the title of a Thing */
  g_autofree char *source = g_strdup_printf (_ ("(from “%s”)"), kist_thing_get_title (thing));

  return g_strdup_printf ("> %s\n>\n> %s\n\n", body, source);
}

/**
 * kist_quote_into_journal:
 * @widget: where the selection was made
 * @services: the services
 * @thing: the Thing that it is from
 * @passage: (nullable): the selected text
 *
 * Appends the quotation to the last changed entry of @thing, or begins one, and says so.
 */
void
kist_quote_into_journal (GtkWidget *widget, KistServices *services, KistThing *thing, const char *passage)
{
  KistJournal     *journal = kist_services_get_journal (services);
  KistEntry       *entry = kist_journal_find_for_thing (journal, kist_thing_get_key (thing));
  g_autofree char *quotation = NULL;

  if (!passage || !*passage)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _ ("Select a passage first"));
      return;
    }

  quotation = dup_quotation (passage, thing);
  if (entry)
    {
      const char      *body = kist_entry_get_body (entry);
      g_autofree char *longer =
          g_strconcat (body, *body && !g_str_has_suffix (body, "\n\n") ? "\n\n" : "", quotation, NULL);
      g_autoptr (KistEntry) changed = kist_entry_new_with_text (entry, kist_entry_get_title (entry), longer,
                                                                kist_clock_now (kist_services_get_clock (services)));

      kist_journal_save (journal, changed);
    }
  else
    kist_journal_create (journal, thing, kist_thing_get_title (thing), quotation);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Quoted in your journal"));
}
