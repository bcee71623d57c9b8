using System.Text;
using AiOs.Agents.Transcription;
using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Memory;
using AiOs.Testing.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Agents.Tests.Transcription;

public sealed class TranscriberTests : IAsyncLifetime
{
    private static readonly byte[] Spoken = Encoding.UTF8.GetBytes("Approve nothing. Ünï 👩‍👧\n");

    private TranscriptionServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await TranscriptionServer.StartAsync(Stop);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Transcribe_Recording_IsSentOnceAndWrittenDown()
    {
        Assert.Equal("Approve nothing. Ünï 👩‍👧", await Made().TranscribeAsync("my secret plan.oga", "audio/ogg", Spoken, Stop));
        var heard = Assert.Single(_server.Heard);
        Assert.Equal(("recording.oga", "whisper", "json", "Bearer secret"), (heard.FileName, heard.Model, heard.Format, heard.Key));
    }

    [Theory]
    [InlineData("voice", "audio/ogg; codecs=opus", "recording.ogg")]
    [InlineData("voice.MP3", "application/octet-stream", "recording.mp3")]
    [InlineData("a.exe", "audio/mp4", "recording.m4a")]
    [InlineData("", "", "recording.ogg")]
    public void Name_OfAnyFile_HasAnEndingThatServersKnow(string name, string mediaType, string expected) => Assert.Equal(expected, RecordingName.Of(name, mediaType));

    [Theory]
    [InlineData(null, "whisper")]
    [InlineData("http://127.0.0.1:9/v1", null)]
    public async Task Transcribe_NothingConfigured_SaysNothing(string? endpoint, string? model)
    {
        var services = new ServiceCollection().AddAgents();
        services.Configure<ModelOptions>(options => (options.Endpoint, options.Transcription) = (endpoint, model));
        await using var provider = services.BuildServiceProvider();
        Assert.Null(await provider.GetRequiredService<ITranscriber>().TranscribeAsync("a.ogg", "audio/ogg", Spoken, Stop));
    }

    [Theory]
    [InlineData(ModelFault.TooMany)]
    [InlineData(ModelFault.Broken)]
    public async Task Transcribe_OneFault_IsRepeated(ModelFault fault)
    {
        _server.FailNext(fault);
        Assert.NotNull(await Made().TranscribeAsync("a.ogg", "audio/ogg", Spoken, Stop));
        Assert.Equal(2, _server.Heard.Count);
        Assert.All(_server.Heard, heard => Assert.Equal(_server.Heard[0], heard));
    }

    [Theory]
    [InlineData(ModelFault.TooMany, true, 2, "has too much to do")]
    [InlineData(ModelFault.Broken, true, 2, "is away")]
    [InlineData(ModelFault.Unauthorised, false, 1, "refused the recording (401)")]
    [InlineData(ModelFault.NoJson, false, 1, "no transcript")]
    [InlineData(ModelFault.OneMissing, false, 1, "no transcript")]
    public async Task Transcribe_FaultThatStays_SaysWhetherItIsWorthAnotherTry(ModelFault fault, bool transient, int asked, string words)
    {
        _server.FailNext(fault, fault);
        var told = await Assert.ThrowsAsync<AiOsException>(() => Made().TranscribeAsync("a.ogg", "audio/ogg", Spoken, Stop));
        Assert.Equal((transient, asked), (told.IsTransient, _server.Heard.Count));
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcribe_ServerThatIsNotThere_IsTransient()
    {
        var gone = _server.Endpoint;
        await _server.DisposeAsync();
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => Made(gone).TranscribeAsync("a.ogg", "audio/ogg", Spoken, Stop))).IsTransient);
    }

    [Fact]
    public async Task Transcribe_NoAnswer_EndsAfterFiveMinutes()
    {
        var time = new FakeTimeProvider();
        _server.FailNext(ModelFault.Hang);
        var asked = Made(time: time).TranscribeAsync("a.ogg", "audio/ogg", Spoken, Stop);
        await _server.Asked.WaitAsync(Stop);
        time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.False(asked.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(0.2));
        var told = await Assert.ThrowsAsync<AiOsException>(() => asked);
        Assert.True(told.IsTransient);
        Assert.Contains("in time", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcribe_CallerWhoGivesUp_IsNoFaultOfTheServer()
    {
        _server.FailNext(ModelFault.Hang);
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var asked = Made().TranscribeAsync("a.ogg", "audio/ogg", Spoken, given.Token);
        await _server.Asked.WaitAsync(Stop);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Transcribe_NothingOrTooMuch_IsNotSent()
    {
        Assert.Contains("empty", (await Assert.ThrowsAsync<AiOsException>(() => Made().TranscribeAsync("a.ogg", "audio/ogg", default, Stop))).Message, StringComparison.Ordinal);
        Assert.Contains("20 MB", (await Assert.ThrowsAsync<AiOsException>(() => Made().TranscribeAsync("a.ogg", "audio/ogg", new byte[ChatFile.MostBytes + 1], Stop))).Message, StringComparison.Ordinal);
        Assert.Empty(_server.Heard);
    }

    private Transcriber Made(Uri? endpoint = null, TimeProvider? time = null) => new(
        TranscriptionModel.Of(new ModelOptions { Endpoint = (endpoint ?? _server.Endpoint).ToString(), ApiKey = "secret", Transcription = "whisper" }), time ?? TimeProvider.System);
}
