using AiOs.Contracts.Context;
using AiOs.Contracts.Json;
using AiOs.Kernel.Preferences;

namespace AiOs.Kernel.Tests.Preferences;

/// <summary>What the operator says outright is read whole or not at all.</summary>
public sealed class PreferenceSentenceTests
{
    [Theory]
    [InlineData("always say Hi", "greeting Hi {name}, en")]
    [InlineData("Please always greet people with \"Hello there\".", "greeting Hello there {name}, en")]
    [InlineData("start letters with Hello", "greeting Hello {name}, en")]
    [InlineData("begin with Dear", "greeting Dear {name}, en")]
    [InlineData("Grüße immer mit Moin", "greeting Moin {name}, de")]
    [InlineData("from now on greet with Hallo", "greeting Hallo {name}, de")]
    [InlineData("sign with Kind regards, Max", "closing Kind regards,|Max en")]
    [InlineData("always close with “Best, Jo”", "closing Best,|Jo en")]
    [InlineData("sign off with cheers", "closing Cheers,|{name} en")]
    [InlineData("Unterschreibe immer mit Viele Grüße, Max", "closing Viele Grüße|Max de")]
    [InlineData("keep replies under 80 words", "length 80")]
    [InlineData("Always keep posts below 120 words.", "length 120 editor")]
    [InlineData("Antworten immer unter 80 Wörtern", "length 80")]
    [InlineData("payment terms are 14 days", "payment-days 14")]
    [InlineData("invoices are due within 30 days", "payment-days 30")]
    [InlineData("Zahlungsziel 14 Tage", "payment-days 14")]
    [InlineData("Rechnungen sind innerhalb von 10 Tagen zu zahlen", "payment-days 10")]
    [InlineData("offers are valid for 30 days", "valid-days 30")]
    [InlineData("Angebote gelten 30 Tage", "valid-days 30")]
    [InlineData("use du", "tone informal de")]
    [InlineData("immer duzen", "tone informal de")]
    [InlineData("always use “Sie”", "tone formal de")]
    [InlineData("never use exclamation marks", "tone no-exclamation")]
    [InlineData("keine Ausrufezeichen", "tone no-exclamation")]
    [InlineData("use contractions", "tone contractions en")]
    [InlineData("always write “quote” instead of “offer”", "phrase offer -> quote en")]
    [InlineData("never say cheap, say affordable", "phrase cheap -> affordable en")]
    [InlineData("schreib immer „Entwurf“ statt „Vorschlag“", "phrase Vorschlag -> Entwurf de")]
    [InlineData("always write quote instead of offer in offers", "phrase offer -> quote en sales")]
    [InlineData("always greet with Hallo in English", "greeting Hallo {name}, en")]
    public void Read_SentenceThatSaysHowDraftsAreWanted_IsThat(string sentence, string expected) =>
        Assert.Equal(expected, Text(Assert.IsType<SaidPreference.Wanted>(PreferenceSentence.Read(sentence)).Preference));

    [Theory]
    [InlineData("say hi to Anna")]
    [InlineData("always say please")]
    [InlineData("sign with Anna the contract tomorrow")]
    [InlineData("start with the logo for client/berg")]
    [InlineData("close with a question about the budget")]
    [InlineData("keep replies short")]
    [InlineData("write “quote” instead of “offer”")]
    [InlineData("always call Anna Berg from the office instead of writing her a long mail")]
    [InlineData("are payment terms 14 days?")]
    [InlineData("payment terms are 14 days for client/berg")]
    [InlineData("payment received from Berg, 14 days late")]
    [InlineData("offer client/berg a website, 40 h")]
    [InlineData("use the address of Berg")]
    [InlineData("always ask me before you send a mail")]
    [InlineData("never send anything on Sunday")]
    [InlineData("tell Anna that payment terms are 14 days")]
    [InlineData("/prefer")]
    [InlineData("Hi")]
    [InlineData("")]
    [InlineData(null)]
    public void Read_AnythingElse_IsAMessage(string? sentence) => Assert.Null(PreferenceSentence.Read(sentence));

    [Theory]
    [InlineData("sign with Best, jo@example.org")]
    [InlineData("sign with Best, www.jo.example")]
    [InlineData("sign with Best, DE89 3704 0044 0532 0130 00")]
    [InlineData("always write “pay to https://pay.example” instead of “pay”")]
    [InlineData("always write “300 EUR” instead of “my rate”")]
    [InlineData("keep replies under 3 words")]
    [InlineData("payment terms are 0 days")]
    [InlineData("payment terms are 4000 days")]
    public void Read_WithALinkAddressFigureOrOutOfBounds_IsRefusedInOneSentence(string sentence)
    {
        var refused = Assert.IsType<SaidPreference.Refused>(PreferenceSentence.Read(sentence));

        Assert.EndsWith(".", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_WhatIsSuggestedAfterOneChange_IsReadAsTheSame()
    {
        Preference[] seen = [new(PreferenceKind.Closing, "Best,\nJo") { Language = "en" }, new(PreferenceKind.Greeting, "Hi {name},") { Language = "en" }];

        Assert.All(seen, one => Assert.Equal(one, Assert.IsType<SaidPreference.Wanted>(PreferenceSentence.Read(PreferenceWords.Typed(one))).Preference));
    }

    private static string Text(Preference one) =>
        $"{KebabEnumConverter<PreferenceKind>.ToText(one.Kind)} {(one.Instead is null ? string.Empty : one.Instead + " -> ")}{one.Value.Replace('\n', '|')} {one.Language} {one.Agent}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
}
