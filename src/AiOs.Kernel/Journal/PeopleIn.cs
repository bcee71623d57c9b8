using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal;

/// <summary>Whom a commit links to its stream, read from its events alone, so that an import gives the same links as living through it.</summary>
internal sealed class PeopleIn(Vault vault)
{
    public IReadOnlyList<PersonLink> LinksOf(Commit commit) =>
        [.. commit.Events.SelectMany(happened => happened.Addresses).Select(vault.PersonHash).Distinct().Select(person => new PersonLink(person, commit.Stream))];
}
