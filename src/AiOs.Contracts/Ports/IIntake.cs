using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Ports;

/// <summary>Reads untrusted text with no tools and may only return an Intent.</summary>
public interface IIntake
{
    /// <summary>
    /// Whether it may ask somebody outside, such as a model, and so may take long. What it works on is made durable before, and the channel is
    /// acknowledged; the rest goes on by itself.
    /// </summary>
    bool CallsOut => false;

    /// <summary>Understands one message. Without a model, or where none answers, the same case gives the same Intent.</summary>
    /// <param name="read">The message, and what may be looked at for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Intent.</returns>
    Task<Intent> UnderstandAsync(IntakeCase read, CancellationToken cancellationToken);

    /// <summary>Reads the operator's answer to "what is this?".</summary>
    /// <param name="operatorWords">The operator's own words.</param>
    /// <returns>The category they name, or nothing.</returns>
    Category? ReadCategory(string operatorWords);
}
