using System.Text;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Looks for words in stored bytes, in every form in which they might stand there.</summary>
internal static class Canaries
{
    public static IReadOnlyList<string> FoundIn(KernelHarness harness, params IEnumerable<string> words)
    {
        var places = Stored(harness).ToArray();
        return [.. words.SelectMany(word => FoundIn(places, word))];
    }

    public static IEnumerable<string> FoundIn(IReadOnlyList<(string Name, byte[] Bytes)> places, string word) =>
        from form in FormsOf(word)
        from place in places
        where place.Bytes.AsSpan().IndexOf(form.Bytes) >= 0
        select $"'{word}' stands as {form.Name} in {place.Name}";

    public static IEnumerable<(string Name, byte[] Bytes)> Stored(KernelHarness harness)
    {
        var places = new List<(string, byte[])>();
        harness.Store.Use(tables => places.AddRange(Of(tables)));
        places.AddRange(harness.Blobs.All.Select(blob => ("blob " + blob.Key, blob.Value)));
        places.AddRange(harness.Heads.Read().Select(head => ("a head", head)));
        return places;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Of(StoreTables tables)
    {
        foreach (var commit in tables.Commits)
        {
            yield return ($"commit {commit.Position}", commit.Bytes.ToArray());
            yield return ($"the columns of commit {commit.Position}", Encoding.UTF8.GetBytes($"{commit.Stream} {commit.Dedupe}"));
            if (commit.Bytes.Span.IndexOf("\"sealed\":\""u8) is >= 0 and var at)
            {
                var text = Encoding.ASCII.GetString(commit.Bytes.Span[(at + 10)..]);
                yield return ($"the sealed part of commit {commit.Position}", Convert.FromBase64String(text[..text.IndexOf('"', StringComparison.Ordinal)]));
            }
        }

        yield return ("the keys", [.. tables.Keys.Values.SelectMany(key => Encoding.UTF8.GetBytes(key.Stream.Value).Concat(key.Wrapped.ToArray()))]);
        yield return ("the links", Encoding.UTF8.GetBytes(string.Join('\n', tables.Links)));
        yield return ("the rows", Encoding.UTF8.GetBytes(string.Join('\n', tables.WorkItems.Values) + string.Join('\n', tables.Approvals.Values) + string.Join('\n', tables.Records.Values)));
    }

    /// <summary>Base64 has three forms, by where in three bytes the word begins; the letters at its ends depend on the neighbours.</summary>
    private static IEnumerable<(string Name, byte[] Bytes)> FormsOf(string word)
    {
        var utf8 = Encoding.UTF8.GetBytes(word);
        yield return ("UTF-8", utf8);
        yield return ("UTF-8 backwards", [.. utf8.Reverse()]);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(word));
        yield return ("UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes(word));
        yield return ("hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. utf8]);
            yield return ("base64", Encoding.ASCII.GetBytes(text[(shift == 0 ? 0 : 4)..^4]));
        }
    }
}
