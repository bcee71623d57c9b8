using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Importing;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Restoring;

/// <summary>An export put into an empty store gives the same journal, links and projections, also where it was interrupted anywhere.</summary>
public sealed class ImportTests(ExportedWorkspace exported) : IClassFixture<ExportedWorkspace>, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("aios-import-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private KernelHarness Source => exported.Source;

    private string Export => exported.Folder;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Import_ThenExport_IsTheSameByteForByte()
    {
        await using var target = Target();
        await ImportAsync(target);
        await target.OpenAsync();
        var again = Path.Combine(_root, "again");
        await target.Process.Workspace.ExportAsync(again, plain: false, Token);

        var files = Directory.GetFiles(Export, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Export, file)).ToArray();
        Assert.True(files.Length > 200, $"only {files.Length} files");
        Assert.Equal(files.Order(StringComparer.Ordinal), Directory.GetFiles(again, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(again, file)).Order(StringComparer.Ordinal));
        Assert.All(files.Where(file => file != "head.json"), file => Assert.Equal(File.ReadAllBytes(Path.Combine(Export, file)), File.ReadAllBytes(Path.Combine(again, file))));
        Assert.Equal(await Source.Store.HeadAsync(Token), await target.Store.HeadAsync(Token));
    }

    [Fact]
    public async Task Import_LinksAndProjections_AreThoseOfLivingThroughIt()
    {
        await using var target = Target();
        await ImportAsync(target);
        await target.OpenAsync();

        Assert.Equal(LinksOf(Source), LinksOf(target));
        Assert.True(LinksOf(Source).Length > 250, $"only {LinksOf(Source).Length} links");
        Assert.Equal(await RowsAsync(Source), await RowsAsync(target));
        Assert.True((await target.Process.Workspace.RebuildAsync(Token)).Same);
    }

    [Fact]
    public async Task Import_KilledAtEveryBoundary_IsRefusedHalfAndEndsTheSame()
    {
        var kills = 0;
        for (var boundary = 1; ; boundary++)
        {
            await using var target = Target();
            try
            {
                await ImportAsync(target, boundary);
                break;
            }
            catch (CrashException)
            {
                kills++;
            }

            var refused = await Assert.ThrowsAsync<AiOsException>(() => target.OpenAsync());
            Assert.Contains("was interrupted", refused.Message, StringComparison.Ordinal);
            await ImportAsync(target);
            Assert.Equal(await Source.Store.HeadAsync(Token), await target.Store.HeadAsync(Token));
            Assert.Equal(LinksOf(Source), LinksOf(target));
            Assert.Equal(Source.Blobs.All.Keys.Select(name => name.Hex).Order(StringComparer.Ordinal), target.Blobs.All.Keys.Select(name => name.Hex).Order(StringComparer.Ordinal));
        }

        Assert.True(kills >= 4, $"only {kills} kills");
    }

    [Fact]
    public async Task Import_IntoAStoreThatIsNotEmpty_IsRefused()
    {
        await using var target = Target();
        await target.OpenAsync();
        var refused = await Assert.ThrowsAsync<AiOsException>(() => ImportAsync(target));

        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
        Assert.Single(target.Store.Commits());
        Assert.Null(target.Marks.Read());
    }

    [Fact]
    public async Task Import_WithAnotherKey_IsRefusedBeforeAnythingIsWritten()
    {
        await using var target = new KernelHarness(seed: 99);
        var refused = await Assert.ThrowsAsync<AiOsException>(() => ImportAsync(target));

        Assert.Contains("another workspace key", refused.Message, StringComparison.Ordinal);
        Assert.Empty(target.Store.Commits());
        Assert.Null(target.Marks.Read());
        Assert.Empty(target.Blobs.All);
    }

    [Fact]
    public async Task Import_ADamagedCopy_IsRefusedBeforeAnythingIsWritten()
    {
        var copy = Path.Combine(_root, "damaged");
        await Source.Process.Workspace.ExportAsync(copy, plain: false, Token);
        var journal = Path.Combine(copy, "journal.jsonl");
        var bytes = await File.ReadAllBytesAsync(journal, Token);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(journal, bytes, Token);
        await using var target = Target();
        var refused = await Assert.ThrowsAsync<AiOsException>(() => ImportAsync(target, copy));

        Assert.Contains("is not whole", refused.Message, StringComparison.Ordinal);
        Assert.Empty(target.Store.Commits());
    }

    [Fact]
    public async Task Import_OfACopyWithSomebodyForgottenSince_BringsNobodyBack()
    {
        await using var source = await ExportedWorkspace.LivedAsync(mails: 12);
        var copy = Path.Combine(_root, "before");
        await source.Process.Workspace.ExportAsync(copy, plain: false, Token);
        await source.Process.Get<Contracts.Forgetting.IForget>().ForgetAsync(Some.Anna.Address, ChannelName.Web, Some.Operator, Token);
        await using var target = Target(source.Erasures);
        await ImportAsync(target, copy);
        await target.OpenAsync();
        await using var control = Target();
        await ImportAsync(control, copy);

        Assert.Empty(await target.Store.ReadKeysAsync(null, 10, Token));
        Assert.Empty(target.Blobs.All);
        Assert.All(await target.Desk.RecentAsync(200, null, openOnly: false, Token), item => Assert.Null(item.Message));
        Assert.NotEmpty(await control.Store.ReadKeysAsync(null, 10, Token));
    }

    private static async Task<string> RowsAsync(KernelHarness harness)
    {
        var rows = await harness.Store.ReadProjectionsAsync(Token);
        return string.Join('\n', rows.WorkItems.Select(row => row.ToString()).Concat(rows.Approvals.Select(row => row.ToString())).Concat(rows.Records.Select(row => row.ToString())).Order(StringComparer.Ordinal));
    }

    private static string[] LinksOf(KernelHarness harness)
    {
        PersonLink[] links = [];
        harness.Store.Use(tables => links = [.. tables.Links]);
        return [.. links.Select(link => link.ToString()).Order(StringComparer.Ordinal)];
    }

    private KernelHarness Target(Testing.Stores.InMemoryErasureFile? erasures = null) => new(seed: 7) { Keys = Source.Keys, KeysAreBorrowed = true, Erasures = erasures ?? new() };

    private Task<Contracts.Restoring.RestoreMark> ImportAsync(KernelHarness target, int? crashAt = null) => ImportAsync(target, Export, crashAt);

    private static Task<Contracts.Restoring.RestoreMark> ImportAsync(KernelHarness target, string copy, int? crashAt = null) =>
        target.Make(crashAt).Get<Importer>().ImportAsync(copy, aside: null, Token);
}
