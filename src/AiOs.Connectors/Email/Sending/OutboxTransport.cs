using AiOs.Contracts.Effects;
using MimeKit;

namespace AiOs.Connectors.Email.Sending;

/// <summary>
/// Writes mails as files where no server is configured. Keyed: the effect's id is the file's name and the same permit gives the same
/// bytes, so a second attempt ends in the same one file; not so where each of several hosts has an outbox of its own. Done means durable: the file and the folder entry are on the disk.
/// </summary>
internal sealed class OutboxTransport(EmailPlaces places, OutboxWriter writer) : IMailTransport
{
    /// <summary>Less room than this is no room for a mail.</summary>
    private const long LeastRoom = 1024 * 1024;

    public OutcomeClass OutcomeClass => places.IsOutboxOneOfSeveral ? OutcomeClass.Neither : OutcomeClass.Keyed;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

    public async Task<EffectResult> SendAsync(MimeMessage message, Permit permit, CancellationToken cancellationToken)
    {
        // Not called off half-way: it takes milliseconds, and then the end is certain.
        if (cancellationToken.IsCancellationRequested) return new EffectResult.Failed("The mail was not written: there was no time left.", MayRetry: true);
        var name = $"{permit.Effect.Id}.eml";
        try
        {
            await writer.WriteAsync(name, MailComposer.Bytes(message));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var full = fault is IOException && (fault.HResult & 0xFFFF) is 28 or 112 or 39;
            return new EffectResult.Failed(
                full
                    ? $"The mail was not written: the disk that holds {places.OutboxShown} is full; free some space and try again."
                    : $"The mail was not written: {places.OutboxShown} cannot be written to; check that the folder exists and belongs to this program.",
                MayRetry: true);
        }

        return new EffectResult.Done(
            Path.Combine(places.Outbox, name),
            $"Not sent, written to {places.OutboxShown}/{name} (no mail server is configured).");
    }

    public Task<EffectLookUp> LookUpAsync(string mailId, CancellationToken cancellationToken) =>
        Task.FromResult<EffectLookUp>(new EffectLookUp.CannotTell("No mail server is configured, so there is nobody to ask what was sent."));

    /// <summary>The folder is there or can still be made, and its disk has room. Whether it can be written is only known by writing.</summary>
    public Task<bool> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var folder = places.Outbox;
            while (!Directory.Exists(folder))
            {
                if (File.Exists(folder) || Path.GetDirectoryName(folder) is not { Length: > 0 } parent) return Task.FromResult(false);
                folder = parent;
            }

            return Task.FromResult(new DriveInfo(folder).AvailableFreeSpace >= LeastRoom);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Task.FromResult(false);
        }
    }
}
