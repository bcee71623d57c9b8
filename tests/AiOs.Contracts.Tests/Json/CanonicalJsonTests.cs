using System.Buffers;
using System.Text;
using System.Text.Json;
using AiOs.Contracts.Json;
using FsCheck;
using FsCheck.Xunit;

namespace AiOs.Contracts.Tests.Json;

/// <summary>RFC 8785 for integers.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData(" true ", "true")]
    [InlineData("[ 1 , -2,\t0 ]", "[1,-2,0]")]
    [InlineData("-0", "0")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("-9007199254740992", "-9007199254740992")]
    [InlineData("{}", "{}")]
    [InlineData("""{ "b" : 1, "a" : { "d" : [ ], "c" : "" } }""", """{"a":{"c":"","d":[]},"b":1}""")]
    [InlineData("""{"a":1,"A":2,"":3,"aa":4,"1":5,"10":6,"2":7}""", """{"":3,"1":5,"10":6,"2":7,"A":2,"a":1,"aa":4}""")]
    public void Of_Value_IsWrittenInItsOneForm(string json, string canonical) => Assert.Equal(canonical, Of(json));

    /// <summary>U+1F600 begins with the unit D83D, which stands before U+FB33 by units and after it by code points.</summary>
    [Fact]
    public void Of_Members_AreSortedByUtf16Units() => Assert.Equal(
        "{\"\\r\":1,\"1\":2,\"é\":3,\"€\":4,\"\ud83d\ude00\":5,\"\ufb33\":6}",
        Of("{\"\ufb33\":6,\"\ud83d\ude00\":5,\"€\":4,\"é\":3,\"1\":2,\"\\r\":1}"));

    [Theory]
    [InlineData("""\u0000""", """\u0000""")]
    [InlineData("""\u001F""", """\u001f""")]
    [InlineData("""\u0008\u0009\u000a\u000c\u000d""", """\b\t\n\f\r""")]
    [InlineData("""\u0022\u005c\/""", """\"\\/""")]
    [InlineData("""\u007f\u2028\u2029\u00e9""", "\u007f\u2028\u2029é")]
    [InlineData("""\ud83d\ude00""", "😀")]
    [InlineData("""<>&'+""", """<>&'+""")]
    public void Of_Text_HasOnlyTheEscapesThatJsonDemands(string written, string canonical) => Assert.Equal($"\"{canonical}\"", Of($"\"{written}\""));

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("123456789012345678901234567890")]
    public void Of_NumberThatNotEveryReaderKeeps_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Of(json));

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""[{"b":{"a":1,"a":2}}]""")]
    public void Of_MemberThatStandsTwice_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Of(json));

    [Theory]
    [InlineData(""" "\ud800" """)]
    [InlineData(""" "\udc00\ud800" """)]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":1,"\udfff":1}""")]
    [InlineData("""["\ud83dx"]""")]
    public void Of_HalfASurrogatePair_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Of(json));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{'a':1}")]
    [InlineData("[1,]")]
    [InlineData("01")]
    [InlineData("1 2")]
    [InlineData("NaN")]
    public void Of_NoJson_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Of(json));

    [Fact]
    public void Of_BytesThatAreNoUtf8_AreRefused() => Assert.ThrowsAny<JsonException>(() => CanonicalJson.Of(new byte[] { (byte)'"', 0xff, (byte)'"' }));

    [Fact]
    public void Of_NestedTooDeep_IsRefused()
    {
        var nested = new string('[', 65) + new string(']', 65);

        Assert.Equal(nested[1..^1], Of(nested[1..^1]));
        Assert.ThrowsAny<JsonException>(() => Of(nested));
    }

    [Fact]
    public void Parse_TextWithHalfAPair_IsRefused() => Assert.ThrowsAny<JsonException>(() => CanonicalJson.Parse("\"" + '\ud800' + "\""));

    [Fact]
    public void WriteString_HalfAPair_IsRefused() => Assert.ThrowsAny<JsonException>(() => CanonicalJson.WriteString(new ArrayBufferWriter<byte>(), "a" + '\udc00'));

    [Property(MaxTest = 500)]
    public void Of_AnyObject_IsStableSortedAndMeansTheSame(NonNull<string>[] names, int[] values)
    {
        var members = new Dictionary<string, object>();
        for (var index = 0; index < Math.Min(names.Length, values.Length); index++)
        {
            members[Whole(names[index].Get)] = index % 2 == 0 ? values[index] : Whole(names[^(1 + index)].Get);
        }

        var json = JsonSerializer.Serialize(members);
        var canonical = Of(json);
        using var before = JsonDocument.Parse(json);
        using var after = JsonDocument.Parse(canonical);

        Assert.Equal(canonical, Of(canonical));
        Assert.True(JsonElement.DeepEquals(before.RootElement, after.RootElement));
        Assert.Equal(members.Keys.Order(StringComparer.Ordinal), after.RootElement.EnumerateObject().Select(member => member.Name));
    }

    /// <summary>Any text is fine but half a pair, which a serializer replaces and other tests refuse.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Of(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)));
}
