using AiOs.Contracts.Knowledge;
using AiOs.Memory.Tests.Support;
using AiOs.Memory.Vectors;

namespace AiOs.Memory.Tests.Vectors;

public sealed class VectorMatrixTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(384)]
    public void Search_AgainstOneByOne_GivesTheSame(int dimensions)
    {
        var (random, pieces, matrix) = (new Random(3), new Pieces(3), new VectorMatrix(dimensions));
        var kept = new Dictionary<KnowledgeItem, float[]>();
        for (var number = 0; number < 5000; number++)
        {
            var (item, values) = (pieces.Next(number), Random(random, dimensions));
            kept[item] = values;
            matrix.Put(item, values);
        }

        for (var round = 0; round < 20; round++)
        {
            var (query, filter) = (Random(random, dimensions), pieces.Filter());
            var expected = kept.Where(pair => filter.Allows(pair.Key))
                .Select(pair => (pair.Key.Id, Score: pair.Value.Zip(query, (one, other) => (double)one * other).Sum()))
                .OrderByDescending(pair => pair.Score).Take(10).ToArray();

            var found = matrix.Search(query, filter, 10);

            Assert.Equal(expected.Select(pair => pair.Id), found.Select(score => score.Item));
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 4));
        }

        Assert.True(matrix.Bytes < 5000L * dimensions * 4 * 12);
    }

    [Fact]
    public void Search_EquallyGood_ComesInTheOrderOfIds()
    {
        string[] ids = ["c", "a", "e", "b", "d"];
        var matrix = new VectorMatrix(2);
        foreach (var id in ids)
        {
            matrix.Put(Pieces.Of(id, id), new float[] { 1, 0 });
        }

        Assert.Equal(["a", "b", "c"], matrix.Search([1, 0], KnowledgeFilter.All, 3).Select(score => score.Item.Value));
    }

    [Fact]
    public void Remove_APiece_OverwritesItsRowAndUsesItAgain()
    {
        var matrix = new VectorMatrix(2);
        var (one, two) = (Pieces.Of("one", "x"), Pieces.Of("two", "x"));
        matrix.Put(one, new float[] { 1, 0 });
        matrix.Remove([one.Id]);

        Assert.Equal(0, matrix.Count);
        Assert.Empty(matrix.Search([1, 0], new KnowledgeFilter { History = true }, 3));
        Assert.Equal([0f, 0f], matrix.Row(0));
        matrix.Put(two, new float[] { 0, 1 });
        Assert.Equal([0f, 1f], matrix.Row(0));
    }

    [Fact]
    public void Put_OtherWordsWithoutAVector_TakesThePieceOut()
    {
        var matrix = new VectorMatrix(2);
        matrix.Put(Pieces.Of("a", "x"), new float[] { 1, 0 });
        matrix.Put(Pieces.Of("a", "x") with { Kind = KnowledgeKind.Brief }, null);
        Assert.Single(matrix.Search([1, 0], new KnowledgeFilter { Kinds = [KnowledgeKind.Brief] }, 3));

        matrix.Put(Pieces.Of("a", "y"), null);
        Assert.Empty(matrix.Search([1, 0], KnowledgeFilter.All, 3));
    }

    private static float[] Random(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5))];
}
