namespace AiOs.Contracts.Ports;

/// <summary>How leases and cursors may be called, the same in every store.</summary>
public static class PortName
{
    private const int Longest = 200;

    /// <summary>Refuses what is no name.</summary>
    /// <param name="name">The name: 1 to 200 printable ASCII characters.</param>
    /// <param name="parameter">What the caller calls it.</param>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static void Check(string name, string parameter)
    {
        if (name is not { Length: > 0 and <= Longest } || name.Any(letter => letter is < ' ' or > '~'))
        {
            throw new ArgumentException("A name has 1 to 200 printable ASCII characters.", parameter);
        }
    }
}
