using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Tests.Email.Sending;

public sealed class OutboxTransportTests
{
    private static readonly string Name = $"{Effects.Id}.eml";

    [Fact]
    public async Task Send_NoServer_WritesOneWholeFile()
    {
        using var folder = new TempFolder();
        var done = Assert.IsType<EffectResult.Done>(await SendAsync(folder.At("outbox")));
        Assert.Equal($"Not sent, written to data/outbox/{Name} (no mail server is configured).", done.Sentence);
        Assert.Equal(folder.At("outbox", Name), done.Reference);
        Assert.Equal([done.Reference], Directory.GetFiles(folder.At("outbox")));
        Assert.Contains("Message-Id:", await File.ReadAllTextAsync(done.Reference, TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(done.Reference));
    }

    [Fact]
    public async Task Send_Again_LeavesTheSameFile()
    {
        using var folder = new TempFolder();
        await SendAsync(folder.Path);
        var written = File.GetLastWriteTimeUtc(folder.At(Name));
        Assert.IsType<EffectResult.Done>(await SendAsync(folder.Path));
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.At(Name)));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Send_AfterATornAttempt_WritesItWhole()
    {
        using var folder = new TempFolder();
        await SendAsync(folder.Path);
        var whole = await File.ReadAllBytesAsync(folder.At(Name), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.At(Name), whole[..50], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.At($".{Name}.tmp"), whole[..20], TestContext.Current.CancellationToken);
        Assert.IsType<EffectResult.Done>(await SendAsync(folder.Path));
        Assert.Equal(whole, await File.ReadAllBytesAsync(folder.At(Name), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Send_NoTimeLeft_FailsWithoutAFile()
    {
        using var folder = new TempFolder();
        var end = await Connector(folder.Path).PerformAsync(Effects.Permit(Effects.Arguments()), new CancellationToken(canceled: true));
        Assert.True(Assert.IsType<EffectResult.Failed>(end).MayRetry);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Send_FolderCannotBeMade_FailsWithASentence()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.At("outbox"), "a file", TestContext.Current.CancellationToken);
        var failed = Assert.IsType<EffectResult.Failed>(await SendAsync(folder.At("outbox")));
        Assert.True(failed.MayRetry);
        Assert.Contains("data/outbox cannot be written to", failed.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ManyAtOnce_AllAreThere()
    {
        using var folder = new TempFolder();
        var writer = new OutboxWriter(Places(folder.Path));
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => writer.WriteAsync($"{i}.eml", new[] { (byte)i }), TestContext.Current.CancellationToken)));
        Assert.Equal(300, Directory.GetFiles(folder.Path).Length);
        Assert.Equal([7], await File.ReadAllBytesAsync(folder.At("7.eml"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Write_OneFaultInABatch_HurtsOnlyThatOne()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.At("bad.eml"));
        var writer = new OutboxWriter(Places(folder.Path));
        Task[] all = [.. Enumerable.Range(0, 20).Select(i => writer.WriteAsync(i == 10 ? "bad.eml" : $"{i}.eml", "x"u8.ToArray()))];
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(all));
        Assert.Equal(1, all.Count(task => task.IsFaulted));
        Assert.Equal(19, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void Connector_Outbox_DeclaresItself()
    {
        var connector = Connector("/nowhere");
        Assert.Equal((EffectKind.EmailSend, EffectCategory.Reputation, OutcomeClass.Keyed, Undo.Final), (connector.Kind, connector.Category, connector.OutcomeClass, connector.Undo));
    }

    [Fact]
    public void OutcomeClass_WhereEachHostHasAnOutbox_IsNeither()
    {
        var places = Places("/nowhere") with { IsOutboxOneOfSeveral = true };
        Assert.Equal(OutcomeClass.Neither, new OutboxTransport(places, new OutboxWriter(places)).OutcomeClass);
    }

    private static Task<EffectResult> SendAsync(string outbox) =>
        Connector(outbox).PerformAsync(Effects.Permit(Effects.Arguments()), TestContext.Current.CancellationToken);

    private static EmailSend Connector(string outbox) => new(
        new MailComposer(Options.Create(new EmailOptions()), Places(outbox)), new OutboxTransport(Places(outbox), new OutboxWriter(Places(outbox))), new AttachedFiles(new FakeFiles()));

    private static EmailPlaces Places(string outbox) => new(outbox, "data/outbox", "/nowhere", "olga@studio.example");
}
