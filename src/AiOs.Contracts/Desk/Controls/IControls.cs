using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>What the operator holds the whole workspace with: stop and go, money, autonomy and the policy.</summary>
public interface IControls
{
    /// <summary>Stops every effect on every host that shares the store. Durable when this returns; what was on its way before may still end.</summary>
    /// <param name="channel">Where it was asked.</param>
    /// <param name="by">Who asked: an immutable id of the channel.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What came of it; a second freeze changes nothing.</returns>
    Task<ControlOutcome> FreezeAsync(ChannelName channel, string by, CancellationToken cancellationToken);

    /// <summary>Lets effects run again, and goes on with everything that waited. A freeze because of a damaged journal stays.</summary>
    /// <param name="channel">Where it was asked.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What came of it.</returns>
    Task<ControlOutcome> ResumeAsync(ChannelName channel, string by, CancellationToken cancellationToken);

    /// <summary>Every class of effects that autonomy was earned, offered, given or lost for.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The classes by name.</returns>
    Task<IReadOnlyList<AutonomyView>> AutonomyAsync(CancellationToken cancellationToken);

    /// <summary>Accepts an open offer, or turns it down, or takes autonomy back.</summary>
    /// <param name="name">The class, as listed.</param>
    /// <param name="accept">Whether effects of the class may run unasked from now on.</param>
    /// <param name="channel">Where it was said.</param>
    /// <param name="by">Who said it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What came of it; only an open offer can be accepted.</returns>
    Task<ControlOutcome> SetAutonomyAsync(string name, bool accept, ChannelName channel, string by, CancellationToken cancellationToken);

    /// <summary>How far each cap is used.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The caps, those on business money first.</returns>
    Task<BudgetView> BudgetAsync(CancellationToken cancellationToken);

    /// <summary>The policy in force.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its version and text.</returns>
    Task<PolicyView> PolicyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes a policy file as the new version of the policy, if it differs from the file that was taken last.
    /// A file with a mistake is refused whole, and the policy that held before holds on.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What came of it: for a bad file the line and the reason.</returns>
    Task<ControlOutcome> LoadPolicyAsync(string text, CancellationToken cancellationToken);

    /// <summary>Holds the effects of the last days against a draft policy. Appends nothing and sends nothing.</summary>
    /// <param name="text">The draft.</param>
    /// <param name="days">How many days back; 1 to 3,650.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What would have been different; for a bad file the line and the reason.</returns>
    Task<PolicyTrialView> TryPolicyAsync(string text, int days, CancellationToken cancellationToken);
}
