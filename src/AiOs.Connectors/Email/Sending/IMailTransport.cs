using AiOs.Connectors.Resilience;
using AiOs.Contracts.Effects;
using MimeKit;

namespace AiOs.Connectors.Email.Sending;

/// <summary>Takes a composed mail out of the program.</summary>
internal interface IMailTransport : IReadProbe
{
    OutcomeClass OutcomeClass { get; }

    TimeSpan AttemptTimeout { get; }

    Task<EffectResult> SendAsync(MimeMessage message, Permit permit, CancellationToken cancellationToken);

    /// <summary>Looks whether a mail was sent. That it is not found proves nothing.</summary>
    Task<EffectLookUp> LookUpAsync(string mailId, CancellationToken cancellationToken);
}
