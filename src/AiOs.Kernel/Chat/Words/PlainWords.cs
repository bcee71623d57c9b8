using System.Collections.Frozen;

namespace AiOs.Kernel.Chat.Words;

/// <summary>Commands in plain words: the whole message is one of these phrases, or it is none. Never a guess on a part of a sentence. Pure.</summary>
internal static class PlainWords
{
    private static readonly FrozenDictionary<string, string> Phrases = All().SelectMany(one => one.Phrases.Select(phrase => (phrase, one.Command)))
        .ToFrozenDictionary(one => one.phrase, one => one.Command, StringComparer.Ordinal);

    /// <summary>The command that a message stands for; nothing where it is no such phrase.</summary>
    public static string? Read(string? text) => Phrases.GetValueOrDefault(Fold(text));

    /// <summary>Lower case, one blank between words, without the marks at the end and without a polite word around it.</summary>
    internal static string Fold(string? text)
    {
        var words = (text ?? string.Empty).ToLowerInvariant().Replace('\u2019', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var folded = string.Join(' ', words).TrimEnd('.', '!', '?', ' ', '\u2026');
        foreach (var polite in (string[])[", please", " please", ", bitte", " bitte"])
        {
            folded = folded.EndsWith(polite, StringComparison.Ordinal) ? folded[..^polite.Length] : folded;
        }

        foreach (var polite in (string[])["please ", "bitte "])
        {
            folded = folded.StartsWith(polite, StringComparison.Ordinal) ? folded[polite.Length..] : folded;
        }

        return folded;
    }

    private static IEnumerable<(string Command, string[] Phrases)> All() =>
    [
        ("/tasks", ["what's open", "whats open", "what is open", "show open tasks", "show the tasks", "list tasks", "open tasks", "my tasks", "was ist offen", "was ist noch offen", "offene aufgaben", "zeig die aufgaben"]),
        ("/today", ["what's up today", "what happened today", "what's new", "whats new", "what is new", "what waits", "what's waiting", "today", "was gibt es neues", "was gibt's neues", "was ist heute passiert", "was wartet", "heute"]),
        ("/freeze", ["freeze", "freeze everything", "freeze all", "stop everything", "stop all", "alles einfrieren", "einfrieren", "alles anhalten", "alles stoppen", "stopp alles", "stop alles"]),
        ("/resume", ["resume", "resume everything", "unfreeze", "unfreeze everything", "go on", "weiter", "weitermachen", "alles weiter", "fortsetzen", "mach weiter"]),
        ("/help", ["help", "what can you do", "what can i type", "hilfe", "was kannst du", "was kann ich tippen"]),
        ("/cost", ["what did it cost", "what did that cost", "what does it cost so far", "show the costs", "costs", "was hat es gekostet", "was hat das gekostet", "kosten"]),
        ("/budget", ["show the budget", "show budget", "what's the budget", "what is the budget", "the budget", "budget", "zeig das budget", "wie ist das budget", "wie steht das budget"]),
        ("/policy", ["show the policy", "show policy", "the policy", "zeig die regeln", "welche regeln gelten"]),
        ("/clients", ["show the clients", "show clients", "my clients", "list clients", "zeig die kunden", "meine kunden"]),
        ("/invoices", ["show the invoices", "show invoices", "my invoices", "list invoices", "open invoices", "zeig die rechnungen", "meine rechnungen", "offene rechnungen"]),
        ("/autonomy", ["what runs unasked", "show autonomy", "what may you do alone", "was läuft ungefragt", "was machst du ungefragt"]),
        ("/devices", ["who is paired", "show devices", "my devices", "wer ist verbunden", "meine geräte"]),
        ("/digest", ["digest", "show the digest", "daily digest", "zusammenfassung", "tagesübersicht"]),
    ];
}
