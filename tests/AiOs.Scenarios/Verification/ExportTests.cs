using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Verification;

/// <summary>An export is accepted by a verifier written apart from the writer, and refused by both when one byte differs.</summary>
public sealed class ExportTests(MixedWorkspace mixed) : IClassFixture<MixedWorkspace>
{
    private const int Seed = 20261122;
    private const int Changes = 500;

    [Fact]
    public async Task Export_OfAMixedWorkspace_IsAcceptedByBoth()
    {
        var check = ExportCheck.Of(mixed.Export);
        Assert.True(check.Ok, $"{check.Position}: {check.What}");
        (await mixed.Folder.VerbAsync("journal", "verify", "--from", "out")).MustEndIn(0);

        var journal = await File.ReadAllTextAsync(Path.Combine(mixed.Export, "journal.jsonl"), TestContext.Current.CancellationToken);
        foreach (var type in new[] { "message-received", "message-refused", "approval-granted", "approval-rejected", "change-requested", "effect-succeeded", "record-written", "note-kept" })
        {
            Assert.Contains($"\"type\":\"{type}", journal, StringComparison.Ordinal);
        }

        Assert.NotEmpty(Directory.GetFiles(Path.Combine(mixed.Export, "blobs")));
        Assert.True(journal.Count(letter => letter == '\n') >= 15);
    }

    [Fact]
    public async Task Export_WithAnyChangedByte_IsRefusedByBothAtItsPosition()
    {
        var journal = await File.ReadAllBytesAsync(Path.Combine(mixed.Export, "journal.jsonl"), TestContext.Current.CancellationToken);
        var random = new Random(Seed);
        using var copy = new ExportCopy(mixed.Export);
        for (var change = 0; change < Changes; change++)
        {
            var at = random.Next(journal.Length);
            var changed = (byte[])journal.Clone();
            changed[at] ^= (byte)random.Next(1, 256);
            await MustRefuseAsync(copy, changed, LineOf(journal, at), $"byte {at}, seed {Seed}");
        }

        Tally.Say($"{Changes} changed bytes of a journal of {journal.Length} bytes refused by both verifiers");
    }

    [Fact]
    public async Task Export_WithALineRemovedOrSwapped_IsRefusedByBothAtItsPosition()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(mixed.Export, "journal.jsonl"), TestContext.Current.CancellationToken);
        using var copy = new ExportCopy(mixed.Export);
        for (var line = 0; line < lines.Length; line++)
        {
            await MustRefuseAsync(copy, Bytes([.. lines[..line], .. lines[(line + 1)..]]), line + 1, $"without line {line + 1}");
            await MustRefuseAsync(copy, Bytes([.. lines[..(line + 1)], .. lines[line..]]), line + 2, $"with line {line + 1} twice");
        }

        for (var line = 0; line + 1 < lines.Length; line++)
        {
            await MustRefuseAsync(copy, Bytes([.. lines[..line], lines[line + 1], lines[line], .. lines[(line + 2)..]]), line + 1, $"lines {line + 1} and {line + 2} swapped");
        }

        await MustRefuseAsync(copy, [], 1, "empty");
        Tally.Say($"{(3 * lines.Length) - 1} removed, repeated and swapped lines refused by both verifiers");
    }

    [Fact]
    public async Task Export_WithAnotherBlobHeadKeyOrCount_IsRefusedByBoth()
    {
        foreach (var (name, edit) in Edits())
        {
            using var copy = new ExportCopy(mixed.Export);
            edit(copy.Folder);
            Assert.False(ExportCheck.Of(copy.Folder).Ok, $"the verifier apart took {name}");
            var run = await InProcess.RunAsync(copy.Folder, "journal", "verify", "--from", copy.Folder);
            Assert.True(run.ExitCode == 1, $"journal verify took {name}");
            Sentence.MustBeOne(run.Errors);
        }
    }

    private static IEnumerable<(string Name, Action<string> Edit)> Edits()
    {
        yield return ("a changed blob", folder => Flip(Directory.GetFiles(Path.Combine(folder, "blobs"))[0], 40));
        yield return ("a missing blob", folder => File.Delete(Directory.GetFiles(Path.Combine(folder, "blobs"))[0]));
        yield return ("missing blobs that are not counted either", folder =>
        {
            var blobs = Directory.GetFiles(Path.Combine(folder, "blobs"));
            Array.ForEach(blobs, File.Delete);
            Replace(folder, "manifest.json", $"\"blobs\":{blobs.Length}", "\"blobs\":0");
        }
        );
        yield return ("a changed position in the head", folder => Replace(folder, "head.json", "\"position\":", "\"position\":1"));
        yield return ("a changed workspace in the head", folder => Replace(folder, "head.json", "\"workspace\":\"main\"", "\"workspace\":\"mine\""));
        yield return ("a missing key", folder => File.WriteAllLines(Path.Combine(folder, "keys.jsonl"), File.ReadAllLines(Path.Combine(folder, "keys.jsonl"))[1..]));
        yield return ("another count", folder => Replace(folder, "manifest.json", "\"commits\":", "\"commits\":1"));
    }

    private static async Task MustRefuseAsync(ExportCopy copy, byte[] journal, long position, string what)
    {
        var apart = ExportCheck.Of(copy.Folder, journal);
        Assert.False(apart.Ok, $"the verifier apart took {what}");
        Assert.True(apart.Position == position, $"the verifier apart refused {what} at {apart.Position}, not at {position}: {apart.What}");

        await File.WriteAllBytesAsync(Path.Combine(copy.Folder, "journal.jsonl"), journal);
        var own = await InProcess.RunAsync(copy.Folder, "journal", "verify", "--from", copy.Folder, "--json");
        Assert.True(own.ExitCode == 1, $"journal verify took {what}");
        Assert.True(own.Json.GetProperty("position").GetInt64() == position, $"journal verify refused {what} elsewhere: {own.Output}");
    }

    private static long LineOf(byte[] journal, int at) => journal.AsSpan(0, at).Count((byte)'\n') + 1;

    private static byte[] Bytes(string[] lines) => System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static void Replace(string folder, string file, string before, string after)
    {
        var text = File.ReadAllText(Path.Combine(folder, file));
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, file), text.Replace(before, after, StringComparison.Ordinal));
    }

    private static void Flip(string file, int at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
