using System.Text.Json;
using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Facts;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Tests.Email.Sending.Facts;

public sealed class MailFactsTests
{
    private static readonly EmailPlaces Places = new("/nowhere", "data/outbox", "/nowhere", null);

    [Fact]
    public void Examine_Mail_NamesWhomItTouchesAndWhatItHolds()
    {
        var facts = Examine(Effects.Arguments() with
        {
            To = [new Mailbox("Mira Lund", "Mira@Fair.example"), new Mailbox(null, "two@fair.example")],
            Subject = "Invoice of 24.11.2026",
            Text = "Please pay 50 EUR to DE89 3704 0044 0532 0130 00.",
        });
        Assert.Equal("mira@fair.example", facts.Counterparty);
        Assert.Null(facts.Cost);
        Assert.Equal(
            [
                new SensitiveValue(SensitiveKind.Recipient, "to", "mira@fair.example"),
                new SensitiveValue(SensitiveKind.Recipient, "to", "two@fair.example"),
                new SensitiveValue(SensitiveKind.Recipient, "copy", "per@fair.example"),
                new SensitiveValue(SensitiveKind.Date, "subject", "2026-11-24"),
                new SensitiveValue(SensitiveKind.Amount, "text", "50.00 EUR"),
                new SensitiveValue(SensitiveKind.BankAccount, "text", "DE89370400440532013000"),
            ],
            facts.Values);
    }

    [Fact]
    public void Examine_ValueTwice_IsListedOnce() =>
        Assert.Single(Examine(Effects.Arguments() with { Text = "50 EUR, that is EUR 50.00, yes 50,00 €" }).Values, value => value.Kind == SensitiveKind.Amount);

    [Fact]
    public void Examine_Nobody_HasNoCounterparty() => Assert.Null(Examine(Effects.Arguments() with { To = [] }).Counterparty);

    [Fact]
    public void Examine_MoreValuesThanFit_SaysSoInAValueThatNothingGrounds()
    {
        var facts = Examine(Effects.Arguments() with { Text = string.Join(' ', Enumerable.Range(1, 5000).Select(i => $"{i} EUR")) });
        Assert.Equal(MailFacts.MostValues + 1, facts.Values.Count);
        Assert.Equal(new SensitiveValue(SensitiveKind.Url, "text", "more than 200 values"), facts.Values[^1]);
        Assert.Equal(new SensitiveValue(SensitiveKind.Recipient, "to", "mira@fair.example"), facts.Values[0]);
    }

    [Fact]
    public void Examine_HugeHostileText_TakesLittleTime()
    {
        string[] parts = ["1.", "a.", "DE89 ", "1 000 ", "http:", "x@", "11/", "Total: "];
        var start = TimeProvider.System.GetTimestamp();
        foreach (var part in parts) Examine(Effects.Arguments() with { Text = string.Concat(Enumerable.Repeat(part, 500_000 / part.Length)) });
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(20), TimeProvider.System.GetElapsedTime(start).ToString());
    }

    [Fact]
    public void Examine_AnyBytes_NeverThrows()
    {
        var random = new Random(20261122);
        var whole = JsonSerializer.SerializeToUtf8Bytes(Effects.Arguments(), ArgumentsJson.Default.EmailSendArguments);
        var (read, unread) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Mutated(random, whole, i);
            if (ReferenceEquals(Connector().Examine(new Effect(Effects.Id, EffectKind.EmailSend, bytes, Digest.Of(bytes))), EffectFacts.None)) unread++;
            else read++;
        }

        Assert.True(read > 100 && unread > 1000, $"{read} read, {unread} unread");
    }

    private static byte[] Mutated(Random random, byte[] arguments, int round)
    {
        if (round % 10 == 0)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            return noise;
        }

        byte[] bytes = [.. "{\"args\":"u8, .. arguments, .. System.Text.Encoding.UTF8.GetBytes($",\"id\":\"{Effects.Id}\",\"kind\":\"email.send\",\"salt\":\"00\"}}")];
        for (var n = random.Next(3); n >= 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return round % 7 == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static EffectFacts Examine(EmailSendArguments arguments) => Connector().Examine(Effects.Send(arguments));

    private static EmailSend Connector() =>
        new(new MailComposer(Options.Create(new EmailOptions()), Places), new OutboxTransport(Places, new OutboxWriter(Places)), new AttachedFiles(new FakeFiles()));
}
