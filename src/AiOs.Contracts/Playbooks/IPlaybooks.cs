using AiOs.Contracts.Desk;

namespace AiOs.Contracts.Playbooks;

/// <summary>Takes playbook files as versions of their Records.</summary>
public interface IPlaybooks
{
    /// <summary>
    /// Takes a file as the new version of <c>playbook/NAME</c>, if it differs from the file that was taken last: what was changed from chat stays
    /// until the file changes too. A file with a mistake is refused whole, and the version before holds on.
    /// </summary>
    /// <param name="name">The playbook's name, which the file must bear as well.</param>
    /// <param name="text">The file.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What came of it: for a bad file the line and the reason. The sentence is empty where there is nothing to tell.</returns>
    Task<ControlOutcome> LoadAsync(string name, string text, CancellationToken cancellationToken);
}
