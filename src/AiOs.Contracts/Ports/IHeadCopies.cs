namespace AiOs.Contracts.Ports;

/// <summary>Where signed heads are kept outside the database: two places, one of them outside the data folder.</summary>
public interface IHeadCopies
{
    /// <summary>Reads every copy there is. A copy that cannot be read whole is an <see cref="AiOsException"/>.</summary>
    /// <returns>The copies' bytes: canonical JSON of a signed head each.</returns>
    IReadOnlyList<byte[]> Read();

    /// <summary>Replaces every copy, each at one stroke and durably.</summary>
    /// <param name="signedHead">Canonical JSON of the signed head.</param>
    void Write(ReadOnlySpan<byte> signedHead);
}
