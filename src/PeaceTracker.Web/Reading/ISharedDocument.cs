namespace PeaceTracker.Web.Reading;

/// <summary>
/// A page that is the same for all who have the same role: it hangs on its address, the store and the role alone. It is made once and kept for them;
/// while it is made, the reader is somebody of that role without a name, so that nothing of a person can get into it.
/// </summary>
public interface ISharedDocument;
