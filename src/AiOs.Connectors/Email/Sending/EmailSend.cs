using AiOs.Connectors.Email.Sending.Facts;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Resilience;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Connectors.Email.Sending;

/// <summary><c>email.send</c>: one mail, through a server or into the outbox folder.</summary>
internal sealed class EmailSend(MailComposer composer, IMailTransport transport, AttachedFiles files) : IEffectConnector, IReadProbe
{
    public EffectKind Kind => EffectKind.EmailSend;

    public EffectCategory Category => EffectCategory.Reputation;

    public OutcomeClass OutcomeClass => transport.OutcomeClass;

    // Final in the outbox as well: whether somebody has sent the file by hand cannot be seen, so taking it away would claim too much.
    public Undo Undo => Undo.Final;

    public TimeSpan AttemptTimeout => transport.AttemptTimeout;

    public EffectPreview Preview(Effect effect) => SendPreview.Of(SendArguments.Read(effect));

    public EffectFacts Examine(Effect effect) => MailFacts.Of(SendArguments.Read(effect));

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(permit.Effect, cancellationToken);
        if (opened.Fault is { } fault) return new EffectResult.Failed($"The mail was not sent: {fault}", MayRetry: false);
        using var message = composer.Compose(permit, opened.Files);
        return await transport.SendAsync(message, permit, cancellationToken);
    }

    /// <summary>The class stays Neither whatever this finds: where it is not there, nobody knows, and nothing is ever sent again for it.</summary>
    public Task<EffectLookUp> LookUpAsync(Effect effect, string key, CancellationToken cancellationToken) =>
        transport.LookUpAsync(composer.MailIdOf(effect.Id), cancellationToken);

    public Task<bool> ProbeAsync(CancellationToken cancellationToken) => transport.ProbeAsync(cancellationToken);
}
