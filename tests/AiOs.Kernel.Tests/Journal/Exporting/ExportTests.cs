using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Journal.Exporting;

public sealed class ExportTests : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("aios-export-").FullName, "out");
    private KernelHarness _harness = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string JournalFile => Path.Combine(_folder, "journal.jsonl");

    public async ValueTask InitializeAsync()
    {
        _harness = await KernelHarness.StartAsync();
        _harness.Agent.Write = brief => Some.Proposal(Some.Email("Thank you."), Some.Note("asked"), Some.Client("Köln", expected: brief.Facts.Count));
        var item = await _harness.ReceivedAsync(Some.Mail(1, files: new InboundFile("a.txt", "text/plain", "the file"u8.ToArray())));
        await _harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await _harness.ReceivedAsync(Some.Mail(2));
        await _harness.Process.Workspace.ExportAsync(_folder, plain: false, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Fact]
    public async Task Verify_RightExport_IsOk()
    {
        var report = await VerifyAsync();

        Assert.True(report.Ok, report.Sentence);
        Assert.Equal(_harness.Store.Commits().Count, report.Commits);
    }

    [Fact]
    public async Task Export_Journal_IsTheExactBytesOfEachCommit()
    {
        var expected = _harness.Store.Commits().SelectMany(commit => commit.Bytes.ToArray().Append((byte)'\n')).ToArray();

        Assert.Equal(expected, await File.ReadAllBytesAsync(JournalFile, Token));
        Assert.Equal(["blobs", "head.json", "journal.jsonl", "keys.jsonl", "knowledge.jsonl", "manifest.json", "records"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Verify_AnyByteOfTheJournalChanged_IsFoundAtItsPosition()
    {
        var right = await File.ReadAllBytesAsync(JournalFile, Token);
        var ends = right.Select((value, index) => (value, index)).Where(one => one.value == '\n').Select(one => one.index).ToArray();
        var places = Enumerable.Range(0, 350).Select(number => (int)((long)number * right.Length / 350)).Concat(ends).ToArray();
        foreach (var index in places)
        {
            byte[] wrong = [.. right];
            wrong[index] ^= (byte)(1 << (index % 8));
            await File.WriteAllBytesAsync(JournalFile, wrong, Token);
            await FoundAsync(ends.Count(end => end < index) + 1);
        }

        Assert.True(places.Length > 350);
    }

    [Fact]
    public async Task Verify_AnyByteOfTheHeadChanged_IsFound()
    {
        var file = Path.Combine(_folder, "head.json");
        var right = await File.ReadAllBytesAsync(file, Token);
        for (var index = 0; index < right.Length; index++)
        {
            byte[] wrong = [.. right];
            wrong[index] ^= (byte)(1 << (index % 8));
            await File.WriteAllBytesAsync(file, wrong, Token);
            Assert.False((await VerifyAsync()).Ok, $"byte {index} was changed and nobody saw it");
        }

        Assert.True(right.Length > 300);
    }

    [Fact]
    public async Task Verify_LineRemovedRepeatedOrMoved_IsFoundAtItsPosition()
    {
        var lines = await File.ReadAllLinesAsync(JournalFile, Token);
        for (var index = 0; index < lines.Length; index++)
        {
            await WriteAsync([.. lines[..index], .. lines[(index + 1)..]]);
            await FoundAsync(index + 1);
            await WriteAsync([.. lines[..(index + 1)], .. lines[index..]]);
            await FoundAsync(index + 2);
            if (index > 0)
            {
                await WriteAsync([.. lines[..(index - 1)], lines[index], lines[index - 1], .. lines[(index + 1)..]]);
                await FoundAsync(index);
            }
        }
    }

    [Fact]
    public async Task Verify_EndCutOrAdded_IsFoundAtTheEnd()
    {
        var right = await File.ReadAllBytesAsync(JournalFile, Token);
        var last = _harness.Store.Commits().Count;
        await File.WriteAllBytesAsync(JournalFile, right[..^1], Token);
        await FoundAsync(last);
        await File.WriteAllBytesAsync(JournalFile, right[..^9], Token);
        await FoundAsync(last);
        await File.WriteAllBytesAsync(JournalFile, [.. right, (byte)'\n'], Token);
        await FoundAsync(last + 1);
        await File.WriteAllBytesAsync(JournalFile, [], Token);
        await FoundAsync(1);
    }

    [Fact]
    public async Task Verify_LineEndsOfAnotherSystem_AreFound()
    {
        var text = await File.ReadAllTextAsync(JournalFile, Token);
        await File.WriteAllTextAsync(JournalFile, text.Replace("\n", "\r\n", StringComparison.Ordinal), Token);
        await FoundAsync(1);
        await File.WriteAllTextAsync(JournalFile, "\ufeff" + text, Encoding.UTF8, Token);
        await FoundAsync(1);
    }

    [Fact]
    public async Task Verify_HeadOfAnotherKey_IsFoundAtTheFirstCommit()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var keys = new WorkspaceKeys(new byte[32], key.ExportPkcs8PrivateKey());
        var head = HeadCodec.Sign(await _harness.Store.HeadAsync(Token), _harness.Settings.Id, keys);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "head.json"), head, Token);

        await FoundAsync(1);
    }

    [Theory]
    [InlineData("keys.jsonl", "cannot be read")]
    [InlineData("knowledge.jsonl", "cannot be read")]
    [InlineData("records/client.jsonl", "records")]
    [InlineData("manifest.json", "manifest.json")]
    [InlineData("blobs", "blobs")]
    public async Task Verify_CompanionMissing_IsFound(string name, string about)
    {
        var path = Path.Combine(_folder, name);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }

        var report = await VerifyAsync();
        Assert.False(report.Ok);
        Assert.Contains(about, report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_BlobChangedOrMissing_IsFound()
    {
        var blob = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "blobs")));
        var bytes = await File.ReadAllBytesAsync(blob, Token);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(blob, bytes, Token);
        var changed = await VerifyAsync();
        File.Delete(blob);
        var missing = await VerifyAsync();

        Assert.Contains("not the bytes that its name says", changed.Sentence, StringComparison.Ordinal);
        Assert.Contains("says 1 blobs, but there are 0", missing.Sentence, StringComparison.Ordinal);
        Assert.False(changed.Ok || missing.Ok);
    }

    [Fact]
    public async Task Export_IntoAFolderInUse_IsRefused() =>
        Assert.Contains("is not empty", (await Assert.ThrowsAsync<AiOsException>(() => _harness.Process.Workspace.ExportAsync(_folder, plain: false, Token))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Verify_FolderWithoutAnExport_SaysSo() =>
        await Assert.ThrowsAsync<AiOsException>(() => Workspace.VerifyExportAsync(Path.GetDirectoryName(_folder)!, Token));

    [Fact]
    public async Task Export_WithAndWithoutPlain_HoldsTheWordsOnlyWhereAsked()
    {
        var plain = _folder + "-plain";
        await _harness.Process.Workspace.ExportAsync(plain, plain: true, Token);
        var sealedFiles = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);

        Assert.Contains("What does a week cost?", await File.ReadAllTextAsync(Path.Combine(plain, "plain", "journal.jsonl"), Token), StringComparison.Ordinal);
        Assert.All(sealedFiles, file => Assert.DoesNotContain("What does a week cost?", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.True((await Workspace.VerifyExportAsync(plain, Token)).Ok);
    }

    private Task<ChainReport> VerifyAsync() => Workspace.VerifyExportAsync(_folder, Token);

    private async Task FoundAsync(long position)
    {
        var report = await VerifyAsync();
        Assert.Equal((false, position), (report.Ok, report.Position));
    }

    private Task WriteAsync(IEnumerable<string> lines) => File.WriteAllTextAsync(JournalFile, string.Concat(lines.Select(line => line + "\n")), Token);
}
