using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Parts;

/// <summary>The words by which several requests in one message are told.</summary>
internal static class PartWords
{
    /// <summary>Gets what begins another thing.</summary>
    public static PhraseSet Others { get; } = new(
        "also", "besides", "besides that", "in addition", "additionally", "another thing", "another topic", "another question", "another point", "one more thing",
        "one more question", "one other thing", "separately", "secondly", "second", "thirdly", "third", "lastly", "finally", "on another note", "on a different note",
        "on a separate note", "by the way", "apart from that", "aside from that", "other than that", "furthermore", "moreover", "unrelated", "completely unrelated",
        "different topic", "new topic", "while i am at it", "while i have you", "while i'm at it", "next", "and then", "then there is", "ps", "p.s.",
        "außerdem", "zweitens", "drittens", "zusätzlich", "darüber hinaus", "ferner", "noch etwas", "noch eine frage", "noch eine sache", "noch eine bitte",
        "eine andere sache", "anderes thema", "ein anderes thema", "nebenbei", "übrigens", "weiterhin", "unabhängig davon", "davon abgesehen", "und dann noch", "zum schluss",
        "par ailleurs", "de plus", "en outre", "autre chose", "además", "por otra parte", "por otro lado", "otra cosa");

    /// <summary>Gets what asks for something, or brings it.</summary>
    public static PhraseSet Asks { get; } = new(
        "please", "could you", "can you", "could we", "can we", "would you", "will you", "would it", "i need", "we need", "i would like", "we would like", "i'd like", "we'd like",
        "let me know", "let us know", "attached", "enclosed", "send me", "send us", "are you", "do you", "have you", "shall we", "should we", "how much", "what would", "when",
        "is it possible", "we want", "i want", "we wanted", "has not", "have not", "hasn't", "haven't", "is still", "bitte", "könnten", "könntest", "können", "kannst", "könnt",
        "würden", "würdest", "wir brauchen", "ich brauche", "ich möchte", "wir möchten", "hätten gern", "anbei", "im anhang", "wann", "wie viel", "was kostet", "was würde", "haben sie",
        "hast du", "sollen wir", "wollen wir", "ist noch", "s'il vous plaît", "pouvez-vous", "pourriez-vous", "combien", "por favor", "podría", "podrían", "puede", "cuánto");

    /// <summary>Gets what points back at the thing before it: then it is no other thing.</summary>
    public static PhraseSet Back { get; } = new(
        "about this", "about that", "about it", "discuss this", "discuss it", "discuss that", "discuss the details", "go through it", "go through this", "talk it through", "talk it over",
        "for this", "regarding this", "on this", "with this", "to this", "for that project", "if so", "in that case", "in this case", "darüber", "dazu", "dafür", "hierzu", "davon",
        "falls ja", "in dem fall", "à ce sujet", "sobre esto", "details in a call", "kick it off",
        "the clause", "the annex", "the same contract", "die klausel", "den anhang zum vertrag");

    /// <summary>Gets lines that end the writer's own words.</summary>
    public static PhraseSet Ends { get; } = new(
        "original message", "ursprüngliche nachricht", "forwarded message", "weitergeleitete nachricht", "begin forwarded message", "unsubscribe", "abmelden");

    /// <summary>Gets the words that greet.</summary>
    public static WordTable<bool> Greetings { get; } = WordTable<bool>.Of(
        (true, "hi hello hey dear hallo liebe lieber guten sehr moin servus bonjour hola good morning"));

    /// <summary>Gets the words that close.</summary>
    public static WordTable<bool> Closings { get; } = WordTable<bool>.Of(
        (true, "regards best thanks cheers sincerely yours kind warm many mit viele beste liebe herzliche freundliche danke gruß mfg lg vg cordialement saludos merci gracias"));
}
