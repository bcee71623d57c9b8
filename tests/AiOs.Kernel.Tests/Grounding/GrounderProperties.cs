using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Grounding;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Grounding;

public sealed class GrounderProperties
{
    private static readonly string[] Parts =
    [
        Case.Anna, "joanna@berg.example", "anna@xn--bcher-kva.example", "anna@bücher.example", "xn--", "xn--a", "xn--999999999", "@", "AT61 1904 3002 3457 3201", Case.OtherIban, "1200", "1.200,50 EUR",
        "€", "$", "-", ".", ",", "'", " ", "\n", "> ", "|", "https://berg.example/pay", "berg.example", "http://", ":443", "24 November 2026", "Nov 24", "03/04/2026", "2026-11-24", "T", "\u200b", "\u202e",
        "\ud83d", "\udc00", "\0", "\u0301", "Begin forwarded message:", "From: x\nTo: y", "Anna wrote:", "```", "9", "99999999999999999999999999", "invoice", "months", "\"", "<", ">",
    ];

    private static readonly SensitiveValue[] Known =
    [
        new(SensitiveKind.Recipient, "to", Case.Anna), new(SensitiveKind.Recipient, "cc", "anna@bücher.example"), new(SensitiveKind.BankAccount, "iban", Case.Iban),
        new(SensitiveKind.Amount, "amount", "1200.00 EUR"), new(SensitiveKind.Amount, "half", "1200.50 EUR"), new(SensitiveKind.Url, "link", "https://berg.example/pay"),
        new(SensitiveKind.Url, "site", "https://berg.example"), new(SensitiveKind.Date, "due", "2026-11-24"),
    ];

    [Property(MaxTest = 150)]
    public void Of_AnyText_NeverThrowsAndKeepsEveryValue(byte[] script, string? text, byte shape)
    {
        var said = TextOf(script);
        var values = Known.Concat(Enum.GetValues<SensitiveKind>().Append((SensitiveKind)shape).SelectMany(kind => new[] { said, text ?? string.Empty }
            .Select(value => new SensitiveValue(kind, "any", value)))).ToArray();
        var asked = Shaped(said, text ?? string.Empty, shape);
        var grounds = asked.Ground(values);

        Assert.Equal(values.Length, grounds.Values.Count);
        Assert.DoesNotContain(Grounder.Refresh(grounds, new Dictionary<RecordId, RecordSnapshot>()).Values, value => value.Provenance is Provenance.Record);
        Assert.InRange(GroundsBlocks.Of(grounds, (ContentOrigin)shape).Count(), 0, 16);
    }

    [Property(MaxTest = 150)]
    public void Of_MoreExternalText_RaisesNothing(byte[] script, byte[] more, byte shape)
    {
        var before = Shaped(TextOf(script), "x", shape) with { Authority = Authority.External };
        var added = TextOf(more);
        var after = before with
        {
            Message = before.Message! with { Text = before.Message.Text + "\n" + added, Note = before.Message.Note + "\n" + added, Subject = before.Message.Subject + "\n" + added, Forwarder = new Mailbox(added, added) },
            Records = [.. before.Records, Case.Record("client/evil", 1, ("email", added, Provenance.External), ("iban", added, Provenance.Model))],
        };

        AssertNoneRises(before, after);
        Assert.True(after.Ground().Class is CounterpartyClass.New || before.Ground().Class == after.Ground().Class);
    }

    [Property(MaxTest = 150)]
    public void Of_MoreWordsOfTheOperator_LowerNothing(byte[] script, byte[] more, byte shape)
    {
        var before = Shaped(TextOf(script), "x", shape);

        AssertNoneSinks(before, before with { Words = [.. before.Words, TextOf(more)] });
    }

    [Property(MaxTest = 100)]
    public void Refresh_SameRecords_IsTheIdentity(byte[] script, byte shape)
    {
        var asked = Shaped(TextOf(script), "x", shape);
        var grounds = asked.Ground(Known);

        Assert.Same(grounds, Grounder.Refresh(grounds, asked.Records.ToDictionary(record => record.Id)));
    }

    /// <summary>The properties above say nothing if the texts never hold a value, or if a grounder that believes everything passes them.</summary>
    [Fact]
    public void Texts_OverManyScripts_ReachEveryProvenance()
    {
        var random = new Random(7);
        var seen = new Dictionary<Provenance, int>();
        var fooled = 0;
        for (var run = 0; run < 120; run++)
        {
            var script = new byte[24];
            random.NextBytes(script);
            var asked = Shaped(TextOf(script), "x", script[0]);
            foreach (var value in asked.Ground(Known).Values)
            {
                seen[value.Provenance] = seen.GetValueOrDefault(value.Provenance) + 1;
                fooled += value.Provenance is not Provenance.Operator && asked.Words.Any(words => words.Contains(value.Value, StringComparison.Ordinal)) ? 1 : 0;
            }
        }

        Assert.All(Enum.GetValues<Provenance>(), provenance => Assert.True(seen.GetValueOrDefault(provenance) >= 30, $"{provenance}: {seen.GetValueOrDefault(provenance)}"));
        Assert.True(fooled >= 20, $"only {fooled}");
    }

    private static void AssertNoneRises(Case before, Case after) =>
        Assert.All(before.Ground(Known).Values.Zip(after.Ground(Known).Values), pair => Assert.True(pair.Second.Provenance <= pair.First.Provenance, pair.ToString()));

    private static void AssertNoneSinks(Case before, Case after) =>
        Assert.All(before.Ground(Known).Values.Zip(after.Ground(Known).Values), pair => Assert.True(Rank(pair.Second) >= Rank(pair.First), pair.ToString()));

    /// <summary>What the operator quotes is external text, so it may turn "nowhere" into "outside": both are no ground.</summary>
    private static int Rank(GroundedValue value) => Footing.IsGrounded(value.Provenance) ? (int)value.Provenance : 0;

    private static Case Shaped(string said, string text, byte shape) => new()
    {
        Counterparty = (shape & 64) == 0 ? Case.Anna : said,
        Message = Case.Mail((shape & 1) == 0 ? said : text, (ContentOrigin)(shape % 5)) with { Note = said, SentAtText = text },
        Authority = (Authority)(shape % 3),
        Words = (shape & 2) == 0 ? [said] : [],
        Records = (shape & 4) == 0 ? [] :
        [
            Case.Client(("email", Case.Anna, (Provenance)((shape >> 3) % 4)), ("iban", Case.Iban, (Provenance)((shape >> 4) % 4)), ("text", said, (Provenance)((shape >> 5) % 4))),
        ],
    };

    private static string TextOf(byte[] script) => script.Aggregate(new StringBuilder(), (text, part) => text.Append(part >= 128 ? " " : string.Empty).Append(Parts[part % Parts.Length])).ToString();
}
