using Microsoft.Extensions.Hosting;

namespace AiOs.Channels.Telegram.Tests.Fakes;

/// <summary>A host that never stops by itself.</summary>
internal sealed class NoLifetime : IHostApplicationLifetime
{
    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication()
    {
    }
}
