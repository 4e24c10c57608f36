/* Linked with one library, whole, and only the libraries that it may call: an upward call stays undefined. */
int
main (void)
{
  return 0;
}
