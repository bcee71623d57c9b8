using AiOs.Contracts.Ids;
using AiOs.Storage.Conformance.Kits;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>Sealed bytes by their SHA-256.</summary>
public abstract class BlobSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    [InlineData(3_000_000)]
    public async Task Put_AnySize_IsFoundByDigestAfterReopening(int size)
    {
        var bytes = Some.Bytes(size);
        Digest digest;
        await using (var open = await OpenAsync())
        {
            digest = await open.Blobs.PutAsync(bytes, Token);
        }

        await using var again = await OpenAsync();
        Assert.Equal(Digest.Of(bytes), digest);
        Assert.Equal(bytes, await again.Blobs.FindAsync(digest, Token));
    }

    [Fact]
    public async Task Put_AgainAndAtOnce_IsNoErrorAndStaysWhole()
    {
        await using var open = await OpenAsync();
        var bytes = Some.Bytes(500_000);
        var digests = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => open.Blobs.PutAsync(bytes, Token), Token)));

        Assert.Equal(Digest.Of(bytes), Assert.Single(digests.Distinct()));
        Assert.Equal(bytes, await open.Blobs.FindAsync(digests[0], Token));
        await open.Blobs.PutAsync(bytes, Token);
        Assert.Equal(bytes, await open.Blobs.FindAsync(digests[0], Token));
    }

    [Fact]
    public async Task Find_Unknown_IsNothing()
    {
        await using var open = await OpenAsync();

        Assert.Null(await open.Blobs.FindAsync(Digest.Of([1]), Token));
    }

    [Fact]
    public async Task Delete_OneOfTwo_TakesItAwayForGoodAndMayBeSaidAgain()
    {
        Digest gone;
        Digest kept;
        await using (var open = await OpenAsync())
        {
            gone = await open.Blobs.PutAsync(Some.Bytes(400_000), Token);
            kept = await open.Blobs.PutAsync(Some.Bytes(9), Token);
            await open.Blobs.DeleteAsync(gone, Token);
            await open.Blobs.DeleteAsync(gone, Token);
            await open.Blobs.DeleteAsync(Digest.Of([2]), Token);
        }

        await using var again = await OpenAsync();
        Assert.Null(await again.Blobs.FindAsync(gone, Token));
        Assert.Equal(9, (await again.Blobs.FindAsync(kept, Token))!.Length);
    }

    [Fact]
    public async Task Put_AfterDelete_IsThereAgain()
    {
        await using var open = await OpenAsync();
        var bytes = Some.Bytes(1000);
        var digest = await open.Blobs.PutAsync(bytes, Token);
        await open.Blobs.DeleteAsync(digest, Token);
        await open.Blobs.PutAsync(bytes, Token);

        Assert.Equal(bytes, await open.Blobs.FindAsync(digest, Token));
    }
}
