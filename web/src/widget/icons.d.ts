declare module "virtual:icons/first" {
  const address: string;
  export default address;
}

declare module "virtual:icons/all" {
  const address: string;
  export default address;
}
