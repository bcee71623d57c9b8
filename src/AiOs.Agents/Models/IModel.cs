namespace AiOs.Agents.Models;

/// <summary>The operator's chat model, asked one typed question at a time. It has no tools, and whatever it answers is words to be checked.</summary>
public interface IModel
{
    /// <summary>Whether one is configured. Where none is, nothing is asked and nothing is said about it.</summary>
    bool IsConfigured { get; }

    /// <summary>
    /// Asks one question. Money is set aside before each call and settled after it; an answer that cannot be read is asked for once more. It never
    /// throws for anything that the server or a budget does.
    /// </summary>
    /// <typeparam name="T">The answer: a record of text, numbers, enums and lists of them. Its schema is made from it.</typeparam>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, or why there is none.</returns>
    Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class;
}
