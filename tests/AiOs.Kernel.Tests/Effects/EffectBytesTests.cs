using System.Buffers;
using System.Text;
using System.Text.Json;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Effects;

public sealed class EffectBytesTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 16).Select(number => (byte)number)];

    [Fact]
    public void Fix_Draft_GivesTheseBytes()
    {
        var effect = EffectBytes.Fix(new EffectDraft(EffectKind.EmailSend, """{ "to": ["a"], "b": {"z":1,"a":"\u00e9"} }"""), Facts.Mail, Salt);

        Assert.Equal(
            """{"args":{"b":{"a":"é","z":1},"to":["a"]},"id":"0199a000000070008000000000000002","kind":"email.send","salt":"000102030405060708090a0b0c0d0e0f"}""",
            EffectBytes.TextOf(effect));
        Assert.Equal(Digest.Of(effect.Bytes.Span), effect.Digest);
    }

    [Fact]
    public void Fix_AnyDraft_IsCanonical()
    {
        foreach (var draft in new[] { Some.Email("Hello\n\"you\" \u2028 \ud83d\ude00"), Some.Note("n\t"), Some.Client("Köln") })
        {
            var effect = EffectBytes.Fix(draft, Facts.Mail, Salt);

            Assert.Equal(EffectBytes.TextOf(effect), Encoding.UTF8.GetString(CanonicalJson.Of(effect.Bytes)));
            using var again = JsonDocument.Parse(EffectBytes.DraftOf(effect).Arguments);
            using var before = JsonDocument.Parse(draft.Arguments);
            Assert.True(JsonElement.DeepEquals(before.RootElement, again.RootElement));
        }
    }

    [Fact]
    public void Digest_AnyByteChanged_IsAnother()
    {
        var bytes = EffectBytes.Fix(Some.Email("Hello"), Facts.Mail, Salt).Bytes.ToArray();
        var digests = new HashSet<Digest> { Digest.Of(bytes) };
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] ^= 1;
            digests.Add(Digest.Of(bytes));
            bytes[index] ^= 1;
        }

        Assert.Equal(bytes.Length + 1, digests.Count);
    }

    [Fact]
    public void Digest_OtherSaltIdKindOrArguments_IsAnother()
    {
        byte[] otherSalt = [.. Salt];
        otherSalt[15]++;
        var digests = new[]
        {
            EffectBytes.Fix(Some.Email("Hello"), Facts.Mail, Salt),
            EffectBytes.Fix(Some.Email("Hello"), Facts.Mail, otherSalt),
            EffectBytes.Fix(Some.Email("Hello"), new EffectId(Facts.Id(9)), Salt),
            EffectBytes.Fix(Some.Email("Hello") with { Kind = new EffectKind("email.sent") }, Facts.Mail, Salt),
            EffectBytes.Fix(Some.Email("Hello "), Facts.Mail, Salt),
            EffectBytes.Fix(Some.Email("Hello", to: "anna@berg.exarnple"), Facts.Mail, Salt),
        }.Select(effect => effect.Digest).ToHashSet();

        Assert.Equal(6, digests.Count);
    }

    [Fact]
    public void WriteAll_SeveralEffects_IsTheirJsonArrayInOrder()
    {
        var one = EffectBytes.Fix(Some.Email("one"), Facts.Mail, Salt);
        var two = EffectBytes.Fix(Some.Note("two"), new EffectId(Facts.Id(9)), Salt);

        Assert.Equal(Digest.Of(Encoding.UTF8.GetBytes($"[{EffectBytes.TextOf(one)},{EffectBytes.TextOf(two)}]")), DigestOfAll(one, two));
        Assert.NotEqual(DigestOfAll(one, two), DigestOfAll(two, one));
        Assert.NotEqual(DigestOfAll(one), one.Digest);
    }

    [Fact]
    public void Fix_HalfASurrogatePairInTheText_IsRefused() =>
        Assert.ThrowsAny<JsonException>(() => EffectBytes.Fix(new EffectDraft(EffectKind.EmailSend, "{\"a\":\"" + '\ud800' + "\"}"), Facts.Mail, Salt));

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1.5}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("{")]
    [InlineData("")]
    public void Fix_ArgumentsThatMeanTwoThings_IsRefused(string arguments) =>
        Assert.ThrowsAny<JsonException>(() => EffectBytes.Fix(new EffectDraft(EffectKind.EmailSend, arguments), Facts.Mail, Salt));

    private static Digest DigestOfAll(params Effect[] effects)
    {
        var output = new ArrayBufferWriter<byte>();
        EffectBytes.WriteAll(output, effects);
        return Digest.Of(output.WrittenSpan);
    }
}
