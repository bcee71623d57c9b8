namespace AiOs.Connectors.Email.Forwards;

/// <summary>One entry of an address list as people see it: a name, and the addresses that stand with it.</summary>
/// <param name="Name">What stands before the first address in brackets, or nothing.</param>
/// <param name="Addresses">The addresses, each once.</param>
internal sealed record AddressEntry(string Name, IReadOnlyList<string> Addresses);
