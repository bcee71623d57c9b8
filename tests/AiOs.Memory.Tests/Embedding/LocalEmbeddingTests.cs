using System.Runtime.InteropServices;
using AiOs.Contracts.Ids;
using AiOs.Memory.Embedding;

namespace AiOs.Memory.Tests.Embedding;

public sealed class LocalEmbeddingTests
{
    /// <summary>Vectors are kept, so a change of any value is a new model: it gets a new id, and this line a new digest.</summary>
    [Fact]
    public void Embed_KnownText_GivesTheBytesOfItsVersion()
    {
        var vector = LocalEmbedding.Embed("Was kostet eine Woche in der Küche? 3 invoices, café привет");
        var rounded = vector.Select(value => (float)Math.Round(value, 4)).ToArray();

        Assert.Equal("aios-hashed-384@1", LocalEmbedding.ModelId);
        Assert.Equal("7bf4ae5f214bbc2853bf805d21bdcf03d6d7261b1bd86ce7790ebc098ac9fb46", Digest.Of(MemoryMarshal.AsBytes(rounded.AsSpan())).Hex);
    }

    [Theory]
    [InlineData("Rechnung", "Rechnungen", "Garten")]
    [InlineData("the kitchen roof leaks", "roof of the kitchen is leaking", "the price of an offer")]
    [InlineData("Müller", "MULLER", "Meier")]
    [InlineData("café a la crème", "cafe a la creme", "thé au citron")]
    [InlineData("invoice overdue", "overdue invioce", "holiday pictures")]
    [InlineData("оплата счёта", "счет оплатить", "погода завтра")]
    public void Embed_SameThingSaidOtherwise_IsNearerThanAnother(string one, string same, string other) =>
        Assert.True(Cosine(one, same) > Cosine(one, other) + 0.1, $"{Cosine(one, same)} against {Cosine(one, other)}");

    [Fact]
    public void Embed_SmallWords_HardlyCount() =>
        Assert.True(Cosine("the price of the roof", "price roof") > 0.85, $"{Cosine("the price of the roof", "price roof")}");

    [Theory]
    [InlineData("one")]
    [InlineData("A longer text, with many words in it; and \ud83d\ude00 \ud800 half a pair.")]
    public void Embed_AnyText_HasLengthOne(string text) =>
        Assert.Equal(1, LocalEmbedding.Embed(text).Sum(value => (double)value * value), 5);

    [Theory]
    [InlineData("")]
    [InlineData(" \n … !? ")]
    public void Embed_NoWord_IsAllZeros(string text) => Assert.DoesNotContain(LocalEmbedding.Embed(text), value => value != 0);

    private static double Cosine(string one, string other) =>
        LocalEmbedding.Embed(one).Zip(LocalEmbedding.Embed(other), (left, right) => (double)left * right).Sum();
}
