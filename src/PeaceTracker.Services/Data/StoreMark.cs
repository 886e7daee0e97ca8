namespace PeaceTracker.Services.Data;

/// <summary>
/// A mark that moves with whatever is written to the store, by whichever process: what was read while it stood where it stands still holds. Asking
/// for it costs a hundredth of a query. Where the database can't say, there is none, and the store is asked itself.
/// </summary>
public sealed class StoreMark(StoreDatabase database)
{
    private const int Most = 10_000;

    /// <summary>Where it stands; null where the database can't say.</summary>
    public long? Now => database.Mark();

    /// <summary>
    /// What is kept of a question as long as the mark stands, else what the store answers now. Where it <paramref name="keepsNothing"/> not, that
    /// there is nothing is asked again: of such questions anybody has as many as they like.
    /// </summary>
    internal async ValueTask<T> AskAsync<TKey, T>(MarkedAnswers<TKey, T> kept, TKey key, Func<Task<T>> ask, bool keepsNothing = true)
        where TKey : notnull
    {
        // Taken before the question: what is written meanwhile moves it on.
        if (Now is not { } mark)
        {
            return await ask();
        }

        if (kept.TryGetValue(key, out var known) && known.Mark == mark)
        {
            return known.Answer;
        }

        var answer = await ask();
        if (answer is null && !keepsNothing)
        {
            return answer;
        }

        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        kept[key] = (mark, answer);
        return answer;
    }
}

/// <summary>Answers of the store, each with the mark at which it was given.</summary>
internal sealed class MarkedAnswers<TKey, T> : System.Collections.Concurrent.ConcurrentDictionary<TKey, (long Mark, T Answer)> where TKey : notnull;
