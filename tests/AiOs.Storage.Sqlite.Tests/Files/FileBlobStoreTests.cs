using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Storage.Sqlite.Files;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests.Files;

public sealed class FileBlobStoreTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly Some _some = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task Put_AnySize_IsFoundByDigestAfterReopening(int size)
    {
        var bytes = _some.Bytes(size);
        var digest = await new FileBlobStore(_folder["blobs"]).PutAsync(bytes, Token);

        Assert.Equal(Digest.Of(bytes), digest);
        Assert.True(File.Exists(_folder[$"blobs/{digest.Hex[..2]}/{digest.Hex}"]));
        Assert.Equal(bytes, await new FileBlobStore(_folder["blobs"]).FindAsync(digest, Token));
    }

    [Fact]
    public async Task Put_AgainAndAtOnce_KeepsOne()
    {
        var store = new FileBlobStore(_folder["blobs"]);
        var bytes = _some.Bytes(5000);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.PutAsync(bytes, Token), Token)));

        Assert.Single(Directory.GetFiles(_folder["blobs"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Find_Unknown_IsNothing() =>
        Assert.Null(await new FileBlobStore(_folder["blobs"]).FindAsync(Digest.Of([1]), Token));

    [Fact]
    public async Task Find_Damaged_IsRefusedByName()
    {
        var store = new FileBlobStore(_folder["blobs"]);
        var digest = await store.PutAsync(_some.Bytes(100), Token);
        await File.WriteAllBytesAsync(_folder[$"blobs/{digest.Hex[..2]}/{digest.Hex}"], _some.Bytes(100), Token);

        var refused = await Assert.ThrowsAsync<AiOsException>(() => store.FindAsync(digest, Token));

        Assert.Contains(digest.Hex, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_CutOffCopyIsThere_IsWrittenWhole()
    {
        var store = new FileBlobStore(_folder["blobs"]);
        var bytes = _some.Bytes(100);
        var digest = await store.PutAsync(bytes, Token);
        await File.WriteAllBytesAsync(_folder[$"blobs/{digest.Hex[..2]}/{digest.Hex}"], bytes[..50], Token);

        await store.PutAsync(bytes, Token);

        Assert.Equal(bytes, await store.FindAsync(digest, Token));
    }

    [Fact]
    public async Task Find_NameThatIsNoDigest_NeverLeavesTheFolder() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new FileBlobStore(_folder["blobs"]).FindAsync(new Digest("../../etc/passwd"), Token));

    [Fact]
    public async Task List_AfterAnInterruptedWrite_GivesWholeBlobsInOrder()
    {
        var store = new FileBlobStore(_folder["blobs"]);
        var digests = new List<Digest>();
        for (var index = 0; index < 40; index++)
        {
            digests.Add(await store.PutAsync(_some.Bytes(20 + index), Token));
        }

        await File.WriteAllTextAsync(_folder["blobs/.new-7"], "half", Token);
        var listed = new List<Digest>();
        await foreach (var digest in new FileBlobStore(_folder["blobs"]).ListAsync(Token))
        {
            listed.Add(digest);
        }

        Assert.Equal(digests.OrderBy(digest => digest.Hex, StringComparer.Ordinal), listed);
        Assert.False(File.Exists(_folder["blobs/.new-7"]));
    }

    [Fact]
    public async Task Put_FolderGone_IsOneSentence()
    {
        var store = new FileBlobStore(_folder["blobs"]);
        Directory.Delete(_folder["blobs"]);
        await File.WriteAllTextAsync(_folder["blobs"], "a file", Token);

        var refused = await Assert.ThrowsAsync<AiOsException>(() => store.PutAsync(_some.Bytes(9), Token));

        Assert.Contains("cannot be written", refused.Message, StringComparison.Ordinal);
    }
}
