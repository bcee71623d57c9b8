namespace AiOs.Architecture.Tests.Tree;

/// <summary>What a rule looked at and what it did not like. A rule that looked at nothing proves nothing.</summary>
public sealed record Survey(int Examined, IReadOnlyList<string> Complaints)
{
    public static Survey Of<T>(IEnumerable<T> things, Func<T, IEnumerable<string>> complain)
    {
        var examined = things.ToList();
        return new Survey(examined.Count, [.. examined.SelectMany(complain)]);
    }

    public static Survey Of<T>(IEnumerable<T> things, Func<T, bool> isBad, Func<T, string> complaint) =>
        Of(things, thing => isBad(thing) ? [complaint(thing)] : []);

    public void MustBeClean(int atLeast)
    {
        Assert.True(Complaints.Count == 0, string.Join('\n', Complaints.Prepend($"{Complaints.Count} against the rule:")));
        Assert.True(Examined >= atLeast, $"looked at {Examined} things, expected at least {atLeast}: the rule no longer finds what it judges");
    }

    public void MustComplain(params string[] about)
    {
        Assert.Equal(about.Length, Complaints.Count);
        foreach (var word in about)
        {
            Assert.Contains(Complaints, complaint => complaint.Contains(word, StringComparison.Ordinal));
        }
    }
}
