namespace AiOs.Agents.Drafting.Letters;

/// <summary>
/// The sentences that drafts are made of. None states a price, a date or a promise; those come from Records, the message or
/// the operator.
/// </summary>
internal sealed record Wording
{
    public static Wording English { get; } = new()
    {
        Greeting = "Hello {0},",
        PlainGreeting = "Hello,",
        Closing = "Kind regards,",
        Thanks = "Thank you for your message about “{0}”.",
        PlainThanks = "Thank you for your message.",
        AskMissing = "So that I can answer properly, could you tell me:",
        AskScope = "what exactly you need, and how much of it",
        AskBudget = "which budget you have in mind",
        AskWhen = "by when you need it",
        Noted = "I have received your request and noted it.",
        Sorry = "I am sorry to hear that you are not happy. I take your message seriously.",
        Received = "I have received it. This confirms the receipt only and accepts no terms.",
        Times = "Thank you for the proposed times:",
        TimesOpen = "I have noted them; which of them suits is still open on my side.",
        TimesNone = "Thank you for your message about a meeting. I have noted it.",
        Confirm = "{0} suits me. See you then.",
        NoneSuits = "Thank you for the proposed times. Unfortunately none of them suits me.",
        Rate = "My {0}: {1}.",
    };

    public static Wording German { get; } = new()
    {
        Greeting = "Guten Tag {0},",
        PlainGreeting = "Guten Tag,",
        Closing = "Mit freundlichen Grüßen",
        Thanks = "vielen Dank für Ihre Nachricht zu „{0}“.",
        PlainThanks = "vielen Dank für Ihre Nachricht.",
        AskMissing = "Damit ich Ihnen gut antworten kann, sagen Sie mir bitte noch:",
        AskScope = "was genau Sie brauchen und in welchem Umfang",
        AskBudget = "welches Budget Sie sich vorstellen",
        AskWhen = "bis wann Sie es brauchen",
        Noted = "Ihre Anfrage ist bei mir angekommen und notiert.",
        Sorry = "es tut mir leid zu hören, dass Sie nicht zufrieden sind. Ich nehme Ihre Nachricht ernst.",
        Received = "Die Unterlagen sind bei mir angekommen. Damit bestätige ich nur den Eingang und stimme keinen Bedingungen zu.",
        Times = "vielen Dank für die vorgeschlagenen Termine:",
        TimesOpen = "Ich habe sie notiert; welcher davon passt, ist bei mir noch offen.",
        TimesNone = "vielen Dank für Ihre Nachricht wegen eines Termins. Ich habe sie notiert.",
        Confirm = "{0} passt mir gut. Bis dann.",
        NoneSuits = "vielen Dank für die vorgeschlagenen Termine. Leider passt mir keiner davon.",
        Rate = "{0}: {1}.",
    };

    public required string Greeting { get; init; }

    public required string PlainGreeting { get; init; }

    public required string Closing { get; init; }

    public required string Thanks { get; init; }

    public required string PlainThanks { get; init; }

    public required string AskMissing { get; init; }

    public required string AskScope { get; init; }

    public required string AskBudget { get; init; }

    public required string AskWhen { get; init; }

    public required string Noted { get; init; }

    public required string Sorry { get; init; }

    public required string Received { get; init; }

    public required string Times { get; init; }

    public required string TimesOpen { get; init; }

    public required string TimesNone { get; init; }

    public required string Confirm { get; init; }

    public required string NoneSuits { get; init; }

    public required string Rate { get; init; }

    public string ThanksFor(string topic) => topic.Length == 0 ? PlainThanks : Fill(Thanks, topic);

    public static string Fill(string sentence, string value) => sentence.Replace("{0}", value, StringComparison.Ordinal);
}
