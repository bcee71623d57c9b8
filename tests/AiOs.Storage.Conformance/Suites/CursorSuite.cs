using AiOs.Storage.Conformance.Kits;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>How far something was read.</summary>
public abstract class CursorSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    [Fact]
    public async Task TryMove_FromWhereItStands_Moves()
    {
        await using (var open = await OpenAsync())
        {
            Assert.Null(await open.Cursors.FindAsync("mail/INBOX", Token));
            Assert.False(await open.Cursors.TryMoveAsync("mail/INBOX", "1", "2", Token));
            Assert.True(await open.Cursors.TryMoveAsync("mail/INBOX", null, "1", Token));
            Assert.False(await open.Cursors.TryMoveAsync("mail/INBOX", null, "3", Token));
            Assert.True(await open.Cursors.TryMoveAsync("mail/INBOX", "1", "zwei €", Token));
            Assert.False(await open.Cursors.TryMoveAsync("mail/INBOX", "1", "3", Token));
            Assert.True(await open.Cursors.TryMoveAsync("mail/Sent", null, "9", Token));
        }

        await using var again = await OpenAsync();
        Assert.Equal(("zwei €", "9"), (await again.Cursors.FindAsync("mail/INBOX", Token), await again.Cursors.FindAsync("mail/Sent", Token)));
    }

    [Fact]
    public async Task TryMove_EmptyTextAndTheSameText_CountAsMoves()
    {
        await using var open = await OpenAsync();

        Assert.True(await open.Cursors.TryMoveAsync("a", null, string.Empty, Token));
        Assert.Equal(string.Empty, await open.Cursors.FindAsync("a", Token));
        Assert.False(await open.Cursors.TryMoveAsync("a", null, "1", Token));
        Assert.True(await open.Cursors.TryMoveAsync("a", string.Empty, "1", Token));
        Assert.True(await open.Cursors.TryMoveAsync("a", "1", "1", Token));
    }

    [Fact]
    public async Task TryMove_ManyAtOnce_MovesOne()
    {
        await using var open = await OpenAsync();
        await using var other = Kit.IsShared ? await OpenAsync() : open;
        for (var round = 0; round < 10; round++)
        {
            var expected = round == 0 ? null : await open.Cursors.FindAsync("a", Token);
            var moved = await Task.WhenAll(Enumerable.Range(0, 16).Select(mover => Task.Run(
                async () => (Value: $"{round}/{mover}", Moved: await (mover % 2 == 0 ? open : other).Cursors.TryMoveAsync("a", expected, $"{round}/{mover}", Token)), Token)));

            Assert.Equal(Assert.Single(moved, one => one.Moved).Value, await other.Cursors.FindAsync("a", Token));
        }
    }

    [Fact]
    public async Task TryMove_TooLongOrNoName_IsRefused()
    {
        await using var open = await OpenAsync();

        Assert.True(await open.Cursors.TryMoveAsync("a", null, new string('x', 4096), Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => open.Cursors.TryMoveAsync("b", null, new string('x', 4097), Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => open.Cursors.TryMoveAsync(string.Empty, null, "1", Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => open.Cursors.FindAsync("ü", Token));
        Assert.Equal(4096, (await open.Cursors.FindAsync("a", Token))!.Length);
    }
}
