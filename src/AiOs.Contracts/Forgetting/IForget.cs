using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Forgetting;

/// <summary>Forgets people: what is about them can be read nowhere any more, and the journal still verifies.</summary>
public interface IForget
{
    /// <summary>Says what would be forgotten. Changes nothing.</summary>
    /// <param name="who">A mail address, or a Record such as <c>client/KEY</c> for all its addresses.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was found, or why nobody can be forgotten so.</returns>
    Task<ForgetOutcome> LookAsync(string who, CancellationToken cancellationToken);

    /// <summary>Forgets. Once this has begun it is completed, also after a crash.</summary>
    /// <param name="who">A mail address, or a Record.</param>
    /// <param name="channel">Where it was asked.</param>
    /// <param name="by">Who asked: an immutable id of the channel.</param>
    /// <param name="cancellationToken">Gives up before it begins.</param>
    /// <returns>What was forgotten, or why nobody was.</returns>
    Task<ForgetOutcome> ForgetAsync(string who, ChannelName channel, string by, CancellationToken cancellationToken);
}
